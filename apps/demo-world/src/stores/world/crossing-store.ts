import { createStore } from "zustand/vanilla";
import type { Crossing } from "../../sim/crossing/crossing.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";

/** The walk through the gate. */
export interface CrossingState {
  crossing?: Crossing | undefined;
  /** How the other world answers somebody who wants in. */
  admission?:
    | { to: PlatformSlug; phase: "asking" | "admitted" | "failed"; problem?: string }
    | undefined;
}

/** Starts with no walk. */
export const createCrossingStore = () => createStore<CrossingState>(() => ({}));
