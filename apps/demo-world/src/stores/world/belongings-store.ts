import { createStore } from "zustand/vanilla";
import type { Belonging } from "../../sim/belongings/belonging.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import type { TokenRef } from "../../sim/protocol/references.ts";

/** What belongs to the person. */
export interface BelongingsState {
  account?: string | undefined;
  /** Whether the key was made here, so that it can be backed up here. */
  isOwnKey: boolean;
  items: readonly Belonging[];
  /** How each chain's reading is. */
  reading: Partial<Record<PlatformSlug, "reading" | "read" | "failed">>;
  held: TokenRef | null;
  /** A gift that is on its way. */
  asked?: { kind: string; phase: "asking" | "refused"; problem?: string } | undefined;
  /** Whether a backup was made of this key. */
  isBackedUp: boolean;
}

/** Starts with nothing. */
export const createBelongingsStore = () =>
  createStore<BelongingsState>(() => ({
    isOwnKey: false,
    items: [],
    reading: {},
    held: null,
    isBackedUp: false,
  }));
