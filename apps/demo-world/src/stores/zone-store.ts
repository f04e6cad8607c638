import type { ZoneManifest, ZoneTrust } from "@ryugu/sdk/zone";
import { createStore } from "zustand/vanilla";

/** Why the zone is not shown. */
export interface ZoneProblem {
  /** The error's code, for words in the visitor's language. */
  code: string;
  sentence: string;
  details: readonly string[];
}

/** The zone's manifest, and whether this browser has verified it. */
export type ZoneState =
  | { phase: "loading"; problem?: ZoneProblem }
  | { phase: "verified"; manifest: ZoneManifest; trust: ZoneTrust }
  | { phase: "refused"; problem: ZoneProblem };

/** Starts before anything was read. */
export const createZoneStore = () => createStore<ZoneState>(() => ({ phase: "loading" }));
