import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["src/api/schema.d.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  hooks.configs.flat.recommended,
  {
    rules: {
      "max-lines": ["error", 300],
      "no-restricted-properties": [
        "error",
        { object: "window", property: "localStorage", message: "Only app/theme and app/i18n keep a choice there." },
        { property: "dangerouslySetInnerHTML", message: "Names and reasons come from people: text stays text." },
      ],
      "no-restricted-globals": ["error", { name: "parseFloat", message: "Amounts are exact: see api/exact.ts." }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["scripts/**"], languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly", Buffer: "readonly" } } },
);
