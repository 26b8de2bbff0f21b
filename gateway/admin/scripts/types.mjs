// Writes src/api/schema.d.ts from docs/api/openapi.json; with --check, says whether it would change.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const source = new URL("../../../docs/api/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.d.ts", import.meta.url);

const exact = ts.factory.createTypeReferenceNode("Exact");
const tree = await openapiTS(source, {
  inject: 'import type { Exact } from "./exact";\n',
  alphabetize: true,
  // A JSON number may have more digits than a JavaScript one. Integers are counts and stay numbers.
  transform: (schema) => (schema.type === "number" ? exact : undefined),
});
const text = astToString(tree);

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    console.error("src/api/schema.d.ts is out of date: npm run types");
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
