import { createStore } from "zustand/vanilla";

/** One creator's share of a sale. Amounts are in the currency's smallest unit, as decimal text. */
export interface Share {
  readonly payee: string;
  readonly amount: string;
  /** How the share landed; undefined while it has not. */
  readonly outcome?: "paid" | "credited";
}

/** An artwork that is for sale, as its chain says. */
export interface ArtworkSale {
  readonly phase: "reading" | "open" | "unavailable" | "buying" | "landing" | "sold" | "failed";
  readonly price?: string | undefined;
  readonly shares: readonly Share[];
  readonly problem?: string | undefined;
  /** Whether it was oneself who bought it. */
  readonly isMine?: boolean | undefined;
}

/** One's dealings with the gallery. */
export interface MarketState {
  /** Test yen of one's own, in the smallest unit; undefined until it is known. */
  yen?: string | undefined;
  isAskingYen: boolean;
  yenProblem?: string | undefined;
  /** By the artwork's spot. */
  sales: Readonly<Record<string, ArtworkSale>>;
}

/** Starts knowing nothing. */
export const createMarketStore = () =>
  createStore<MarketState>(() => ({ isAskingYen: false, sales: {} }));
