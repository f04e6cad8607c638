import { savePreferences } from "../services/preferences.ts";
import type { WorldStores } from "../stores/index.ts";
import type { PreferencesState } from "../stores/preferences-store.ts";

/** Puts the visitor's choices on the document, now and whenever they change, and keeps them. */
export function applyPreferences({ preferences }: Pick<WorldStores, "preferences">): void {
  apply(preferences.getState());
  preferences.subscribe((state) => {
    apply(state);
    savePreferences(state);
  });
}

function apply({ locale, theme }: PreferencesState): void {
  const root = document.documentElement;
  root.lang = locale;
  root.dataset.theme = theme;
}
