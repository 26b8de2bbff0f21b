/** Open WebUI's neutral greys, so that both look like one product; and the choice of theme. */
import { createTheme, defaultVariantColorsResolver, type MantineColorScheme, type MantineColorSchemeManager } from "@mantine/core";

export const THEMES = ["system", "light", "dark", "oled-dark"] as const;
export type ThemeName = (typeof THEMES)[number];

const KEY = "theme";

export const theme = createTheme({
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  headings: { fontWeight: "600", sizes: { h1: { fontSize: "1.25rem" }, h2: { fontSize: "1rem" }, h3: { fontSize: "0.875rem" } } },
  defaultRadius: "md",
  cursorType: "pointer",
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 0 },
  // Mantine decides once for both themes whether text on a filled control is dark; our ink turns over.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const inked = input.variant === "filled" && (input.color === undefined || input.color === "ink");
    return inked ? { ...colors, color: "var(--on-ink)" } : colors;
  },
  colors: {
    gray: ["#f9f9f9", "#f3f3f3", "#ececec", "#e3e3e3", "#cdcdcd", "#9b9b9b", "#676767", "#4e4e4e", "#333333", "#171717"],
    dark: ["#ececec", "#cdcdcd", "#b4b4b4", "#9b9b9b", "#3a3a3a", "#2f2f2f", "#262626", "#171717", "#0d0d0d", "#000000"],
    ink: ["#ececec", "#e3e3e3", "#cdcdcd", "#b4b4b4", "#9b9b9b", "#676767", "#4e4e4e", "#333333", "#262626", "#171717"],
  },
  components: {
    Modal: { defaultProps: { closeButtonProps: { "aria-label": "×" }, centered: true, radius: "lg" } },
    Checkbox: { defaultProps: { iconColor: "var(--on-ink)" } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    TextInput: { defaultProps: { size: "sm" } },
  },
});

export function chosenTheme(): ThemeName {
  const stored = read();
  return THEMES.find((name) => name === stored) ?? "system";
}

export function chooseTheme(name: ThemeName, apply: (scheme: MantineColorScheme) => void): void {
  try {
    window.localStorage.setItem(KEY, name); // eslint-disable-line no-restricted-properties
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  document.documentElement.dataset["oled"] = String(name === "oled-dark");
  apply(scheme(name));
}

/** Mantine asks for the scheme; `public/theme.js` has set it before. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => scheme(chosenTheme()),
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

function scheme(name: ThemeName): MantineColorScheme {
  return name === "system" ? "auto" : name === "oled-dark" ? "dark" : name;
}

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY); // eslint-disable-line no-restricted-properties
  } catch {
    return null;
  }
}
