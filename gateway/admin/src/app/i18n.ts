/** Texts in English and Russian; one file per view and language, loaded when the view opens. */
import i18n, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";

export const LANGUAGES = ["en", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = "owc-language";
const FILES = import.meta.glob<{ default: object }>("../locales/*/*.json");

const files: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = FILES[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`no texts: ${language}/${namespace}`), null);
    load().then((file) => done(null, file.default), (error: Error) => done(error, null));
  },
};

export function startLanguage(): Promise<unknown> {
  i18n.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  return i18n.use(files).use(initReactI18next).init({
    lng: initial(),
    fallbackLng: "en",
    supportedLngs: LANGUAGES,
    load: "languageOnly",
    ns: ["app"],
    defaultNS: "app",
    fallbackNS: "app",
    interpolation: { escapeValue: false }, // React escapes
  });
}

export async function chooseLanguage(language: Language): Promise<void> {
  try {
    window.localStorage.setItem(KEY, language); // eslint-disable-line no-restricted-properties
  } catch {
    // The choice then lasts as long as the page.
  }
  await i18n.changeLanguage(language);
}

function initial(): Language {
  let stored: string | null = null;
  try {
    stored = window.localStorage.getItem(KEY); // eslint-disable-line no-restricted-properties
  } catch {
    // The browser's language decides.
  }
  const wanted = stored ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((language) => language === wanted) ?? "en";
}
