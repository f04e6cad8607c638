import type { TokenRef } from "../protocol/references.ts";

/** Something that somebody sells, as a platform's board tells it. */
export interface Offer {
  /** The order's hash. */
  readonly id: string;
  readonly seller: string;
  readonly token: TokenRef;
  /** In the currency's smallest unit, as decimal text. */
  readonly price: string;
  /** Unix seconds. */
  readonly endsAt: number;
  /** The order as it travels, to be checked by whoever buys. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** Whether somebody offers something of their own. */
export const isOfferOf = (offer: Pick<Offer, "seller">, account: string | undefined): boolean =>
  account !== undefined && offer.seller.toLowerCase() === account.toLowerCase();
