/** The world's slow state. What changes every frame is in `sim/world`. */
import type { StoreApi } from "zustand/vanilla";
import { type ArrivalState, createArrivalStore } from "./arrival-store.ts";
import { type BelongingsState, createBelongingsStore } from "./belongings-store.ts";
import { type CrossingState, createCrossingStore } from "./crossing-store.ts";
import { createFairStore, type FairState } from "./fair-store.ts";
import { createMakingStore, type MakingState } from "./making-store.ts";
import { createMarketStore, type MarketState } from "./market-store.ts";
import { createPanelStore, type PanelState } from "./panel-store.ts";
import { createPlaceStore, type PlaceState } from "./place-store.ts";
import { createSettingsStore, type SettingsState } from "./settings-store.ts";
import { createTalkStore, type TalkState } from "./talk-store.ts";
import { createTradeStore, type TradeState } from "./trade-store.ts";

/** What each store of a visit holds. */
export interface VisitStates {
  arrival: ArrivalState;
  place: PlaceState;
  talk: TalkState;
  belongings: BelongingsState;
  panel: PanelState;
  crossing: CrossingState;
  fair: FairState;
  market: MarketState;
  trade: TradeState;
  making: MakingState;
  settings: SettingsState;
}

/** Every store of one visit. */
export type VisitStores = { readonly [K in keyof VisitStates]: StoreApi<VisitStates[K]> };

/** Makes every store of one visit. */
export function createVisitStores(settings: SettingsState): VisitStores {
  return {
    arrival: createArrivalStore(),
    place: createPlaceStore(),
    talk: createTalkStore(),
    belongings: createBelongingsStore(),
    panel: createPanelStore(),
    crossing: createCrossingStore(),
    fair: createFairStore(),
    market: createMarketStore(),
    trade: createTradeStore(),
    making: createMakingStore(),
    settings: createSettingsStore(settings),
  };
}
