import { createStore } from "zustand/vanilla";
import type { ItemName } from "../../sim/item.ts";
import type { Creator } from "../../sim/market/creator.ts";
import type { Offer } from "../../sim/market/offer.ts";
import type { Share } from "../../sim/market/share.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";

/** What is seen of a thing that somebody sells. */
export interface OfferLooks {
  readonly name?: ItemName;
  readonly picture?: string;
  readonly creators?: readonly Creator[];
}

/** Something of one's own on its way to being for sale. */
export interface Selling {
  /** The token's key. */
  readonly token: string;
  readonly phase: "asking" | "gas" | "signing" | "posting" | "offered" | "failed";
  /** In the currency's smallest unit, as decimal text. */
  readonly price?: string | undefined;
  /** Who would get what at this price; undefined until the chain has said it. */
  readonly preview?: { readonly shares: readonly Share[]; readonly isFirst: boolean } | undefined;
  /** What is signed already: it is not signed twice. */
  readonly order?: Readonly<Record<string, unknown>> | undefined;
  readonly problem?: string | undefined;
}

/** What people sell, and what one sells oneself. */
export interface TradeState {
  /** What is offered at `platform`, newest first. */
  offers: readonly Offer[];
  platform?: PlatformSlug | undefined;
  reading: "none" | "reading" | "read" | "failed";
  problem?: string | undefined;
  /** By the token's key. */
  looks: Readonly<Record<string, OfferLooks>>;
  selling?: Selling | undefined;
  /** An offer that is being taken back. */
  takingBack?: { readonly id: string; readonly problem?: string } | undefined;
}

/** Starts with an empty board. */
export const createTradeStore = () =>
  createStore<TradeState>(() => ({ offers: [], reading: "none", looks: {} }));
