import { createStore } from "zustand/vanilla";

/** The page's languages. */
export type Locale = "en" | "ja";
/** The page's two lights; `system` follows the device. */
export type Theme = "system" | "light" | "dark";

/** What the visitor chose. */
export interface PreferencesState {
  locale: Locale;
  theme: Theme;
}

/** Starts with what was chosen before, or what the browser prefers. */
export const createPreferencesStore = (initial: PreferencesState) =>
  createStore<PreferencesState>(() => initial);
