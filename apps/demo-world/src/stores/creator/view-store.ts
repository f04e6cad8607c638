import type { ZoneManifest } from "@ryugu/sdk/zone";
import { createStore } from "zustand/vanilla";
import type { KeptKey, Problem } from "../world/arrival-store.ts";

/** Whose desk it is, and whether its key is open. */
export interface ViewState {
  /** `refused`: the zone cannot be trusted, and nothing in it was asked. */
  zone: "loading" | "refused" | "open";
  zoneProblem?: Problem | undefined;
  manifest?: ZoneManifest | undefined;
  /** The account that is looked at, in lower case; undefined until one is chosen. */
  account?: string | undefined;
  /** The key that this browser keeps. */
  key?: KeptKey | undefined;
  /** `open`: the key is in memory, and can sign. */
  lock: "locked" | "asking" | "opening" | "open";
  lockProblem?: Problem | undefined;
}

/** Starts before anything was read. */
export const createViewStore = () =>
  createStore<ViewState>(() => ({ zone: "loading", lock: "locked" }));
