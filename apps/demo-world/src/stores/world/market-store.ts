import { createStore } from "zustand/vanilla";
import type { Share } from "../../sim/market/share.ts";

/** Something that is for sale, as its chain says. */
export interface SaleView {
  readonly phase: "reading" | "open" | "unavailable" | "buying" | "landing" | "sold" | "failed";
  readonly price?: string | undefined;
  readonly seller?: string | undefined;
  readonly shares: readonly Share[];
  readonly problem?: string | undefined;
  /** Whether it was oneself who bought it. */
  readonly isMine?: boolean | undefined;
}

/** One's dealings with the market. */
export interface MarketState {
  /** Test yen of one's own, in the smallest unit; undefined until it is known. */
  yen?: string | undefined;
  isAskingYen: boolean;
  yenProblem?: string | undefined;
  /** By the artwork's spot, or by the order's hash where people sell to each other. */
  sales: Readonly<Record<string, SaleView>>;
}

/** Starts knowing nothing. */
export const createMarketStore = () =>
  createStore<MarketState>(() => ({ isAskingYen: false, sales: {} }));
