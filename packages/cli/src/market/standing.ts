import {
  divideSale,
  type OrderState,
  orderHash,
  type Royalty,
  type SalePart,
  type SignedOrder,
} from "@ryugu/sdk/market";
import type { Currency } from "@ryugu/sdk/payout";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { OpenMarket } from "./open-market.ts";

/** How an order stands on its chain now, and who gets what of one token's price. */
export interface Standing {
  readonly hash: Bytes32;
  readonly state: OrderState;
  readonly left: number;
  readonly currency: Currency;
  readonly parts: readonly SalePart[];
  /** Why nobody can buy; empty where somebody can. */
  readonly obstacles: readonly string[];
}

/** All basis points of a price. */
const WHOLE = 10_000n;

/**
 * Asks a chain how an order stands.
 *
 * @throws CurrencyUnsupportedError, MarketUnavailableError, ChainUnavailableError
 */
export async function standingOf({ market }: OpenMarket, order: SignedOrder): Promise<Standing> {
  const [{ state, left }, royalty, currency] = await Promise.all([
    market.stateOf(order),
    market.royaltyOf(order),
    market.currencyOf(order),
  ]);
  return {
    ...{ hash: orderHash(order), state, left, currency },
    parts: divideSale(order, 1, royalty),
    obstacles: obstaclesOf(order, state, royalty),
  };
}

/** What would make the market refuse every buyer. */
export function obstaclesOf(
  { price, mostRoyalty }: Pick<SignedOrder, "price" | "mostRoyalty">,
  state: OrderState,
  royalty: Royalty | undefined,
): readonly string[] {
  const most = (price * BigInt(mostRoyalty)) / WHOLE;
  const isTooMuch = royalty !== undefined && royalty.amount > most;
  return [
    ...(state === "open" ? [] : [WHY[state]]),
    ...(isTooMuch ? ["The collection asks more royalty now than the seller allowed."] : []),
  ];
}

const WHY: Record<Exclude<OrderState, "open">, string> = {
  early: "It does not count yet.",
  expired: "Its time is over.",
  cancelled: "The seller took it back.",
  filled: "All are sold.",
  stale: "The seller does not have the token any more, or does not let the market move it.",
};
