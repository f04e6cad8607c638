import type { PreferencesState } from "../stores/preferences-store.ts";

const KEY = "ryugu.preferences";

/** What was chosen on an earlier visit; otherwise the browser's language and the device's light. */
export function loadPreferences(languages: readonly string[]): PreferencesState {
  const saved = readSaved();
  const preferred = languages.find((language) => /^(ja|en)\b/i.test(language)) ?? "en";
  return {
    locale: saved.locale ?? (/^ja/i.test(preferred) ? "ja" : "en"),
    theme: saved.theme ?? "system",
  };
}

/** Keeps a choice for the next visit, where the browser lets us. */
export function savePreferences(preferences: PreferencesState): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that forbids storage forgets the choice; nothing else depends on it.
  }
}

function readSaved(): Partial<PreferencesState> {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const { locale, theme } = (saved ?? {}) as Record<string, unknown>;
    return {
      ...(locale === "en" || locale === "ja" ? { locale } : {}),
      ...(theme === "light" || theme === "dark" || theme === "system" ? { theme } : {}),
    };
  } catch {
    return {};
  }
}
