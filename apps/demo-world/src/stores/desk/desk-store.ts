import { createStore } from "zustand/vanilla";
import type { Desk } from "../../sim/protocol/http.ts";
import type { Organisation } from "../../sim/protocol/platform.ts";
import type { Locale } from "../preferences-store.ts";

/** A company's desk, as its staff see it. */
export interface DeskState {
  phase: "opening" | "locked" | "open" | "lost";
  locale: Locale;
  organisation?: Organisation | undefined;
  desk: Desk;
  /** By the application's id: whether its signature was checked here, and what came out. */
  verdicts: Readonly<Record<string, "verified" | "false">>;
  /** Whether something was taken back while one looked. */
  hasLost: boolean;
  problem?: string | undefined;
}

/** Starts before anything was read. */
export const createDeskStore = (locale: Locale) =>
  createStore<DeskState>(() => ({
    phase: "opening",
    locale,
    desk: { applications: [], withdrawn: 0, talk: [] },
    verdicts: {},
    hasLost: false,
  }));
