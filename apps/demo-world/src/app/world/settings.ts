import { loadPreferences, savePreferences } from "../../services/preferences.ts";
import { createSeaSound } from "../../services/world/sea-sound.ts";
import { KEPT, keep, readKeptJson } from "../../services/world/storage.ts";
import type { VisitStores } from "../../stores/world/index.ts";
import type { SettingsState } from "../../stores/world/settings-store.ts";

/** What was chosen before, or what the browser prefers. The language is the zone page's too. */
export function loadSettings(): SettingsState {
  const { locale } = loadPreferences(navigator.languages);
  const kept = (readKeptJson(KEPT.settings) ?? {}) as Record<string, unknown>;
  const { detail, motion } = kept;
  return {
    locale,
    detail: detail === "full" || detail === "reduced" ? detail : "auto",
    motion: motion === "reduced" ? motion : "auto",
    // Sound begins only when somebody asks for it, on every visit.
    sound: false,
    isHelped: kept.isHelped === true,
  };
}

/** Puts the choices on the document and on the sound, now and whenever they change, and keeps them. */
export function applySettings({ settings }: VisitStores): void {
  const sea = createSeaSound();
  apply(settings.getState());
  settings.subscribe((state, before) => {
    apply(state);
    if (state.sound !== before.sound) sea.set(state.sound);
    const { detail, motion, isHelped } = state;
    keep(KEPT.settings, JSON.stringify({ detail, motion, isHelped }));
    if (state.locale !== before.locale) {
      savePreferences({ ...loadPreferences(navigator.languages), locale: state.locale });
    }
  });
}

function apply({ locale, motion }: SettingsState): void {
  const root = document.documentElement;
  root.lang = locale;
  root.dataset.motion = motion;
}
