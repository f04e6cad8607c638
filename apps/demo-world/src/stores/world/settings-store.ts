import { createStore } from "zustand/vanilla";
import type { Locale } from "../preferences-store.ts";

/** What a visitor of the world chose. */
export interface SettingsState {
  locale: Locale;
  /** `auto`: as much as the machine draws well. */
  detail: "auto" | "full" | "reduced";
  /** `auto`: as the device says. */
  motion: "auto" | "reduced";
  sound: boolean;
  /** Whether the words for keys were seen. */
  isHelped: boolean;
}

/** Starts with what was chosen before. */
export const createSettingsStore = (initial: SettingsState) =>
  createStore<SettingsState>(() => initial);
