/** The page's slow state. */
import type { StoreApi } from "zustand/vanilla";
import { createFeedStore, type FeedState } from "./feed-store.ts";
import { createNodesStore, type NodesState } from "./nodes-store.ts";
import { createPreferencesStore, type PreferencesState } from "./preferences-store.ts";
import { createTransfersStore, type TransfersState } from "./transfers-store.ts";
import { createZoneStore, type ZoneState } from "./zone-store.ts";

/** What each store of the page holds. */
export interface WorldStates {
  zone: ZoneState;
  nodes: NodesState;
  feed: FeedState;
  transfers: TransfersState;
  preferences: PreferencesState;
}

/** Every store of one page. */
export type WorldStores = { readonly [K in keyof WorldStates]: StoreApi<WorldStates[K]> };

/** Makes every store of one page. */
export function createWorldStores(preferences: PreferencesState): WorldStores {
  return {
    zone: createZoneStore(),
    nodes: createNodesStore(),
    feed: createFeedStore(),
    transfers: createTransfersStore(),
    preferences: createPreferencesStore(preferences),
  };
}
