import {
  divideSale,
  isStranded,
  type OrderState,
  orderHash,
  type Royalty,
  type SalePart,
  type SignedOrder,
} from "@ryugu/sdk/market";
import {
  type Currency,
  dividePayment,
  type PayeePart,
  PayoutRefusedError,
  readNestedLists,
} from "@ryugu/sdk/payout";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { OpenMarket } from "./open-market.ts";

/** How an order stands on its chain now, and who gets what of one token's price. */
export interface Standing {
  readonly hash: Bytes32;
  readonly state: OrderState;
  readonly left: number;
  readonly currency: Currency;
  readonly parts: readonly SalePart[];
  /** Who is paid in the end where splits are among the payees; undefined where nobody said which factory made them. */
  readonly paid: readonly PayeePart[] | undefined;
  /** Why nobody can buy; empty where somebody can. */
  readonly obstacles: readonly string[];
}

/** All basis points of a price. */
const WHOLE = 10_000n;

/**
 * Asks a chain how an order stands.
 *
 * @param splits - the factory of the splits that the order's rail looks into
 * @throws CurrencyUnsupportedError, PayoutRefusedError, PayoutUnavailableError, SplitTooLargeError
 */
export async function standingOf(
  { market, provider }: OpenMarket,
  order: SignedOrder,
  splits?: Address,
): Promise<Standing> {
  const [{ state, left }, royalty, currency] = await Promise.all([
    market.stateOf(order),
    market.royaltyOf(order),
    market.currencyOf(order),
  ]);
  const parts = divideSale(order, 1, royalty);
  const where = { chain: order.chain, provider };
  const lists = splits && (await readNestedLists(where, splits, parts));
  return {
    ...{ hash: orderHash(order), state, left, currency, parts },
    paid: lists && dividePayment(parts, lists),
    obstacles: obstaclesOf(order, state, royalty),
  };
}

/**
 * Says why a purchase would be refused, before anybody opens a key for it.
 *
 * @throws PayoutRefusedError
 */
export function assertBuyable({ obstacles, left, hash }: Standing, count: number): void {
  const [obstacle] = obstacles;
  const why = obstacle ?? (count > left ? `There are not so many left, only ${left}.` : undefined);
  if (why === undefined) return;
  throw new PayoutRefusedError(undefined, why, { details: [`Order: ${hash}`] });
}

/** What would make the market refuse every buyer. */
export function obstaclesOf(
  order: Pick<SignedOrder, "price" | "mostRoyalty" | "rail" | "currency">,
  state: OrderState,
  royalty: Royalty | undefined,
): readonly string[] {
  const most = (order.price * BigInt(order.mostRoyalty)) / WHOLE;
  const isTooMuch = royalty !== undefined && royalty.amount > most;
  return [
    ...(state === "open" ? [] : [WHY[state]]),
    ...(isTooMuch ? ["The collection asks more royalty now than the seller allowed."] : []),
    ...(isStranded(order, royalty) ? [STRANDED] : []),
  ];
}

const STRANDED =
  "Its creators are on another chain and would never get their royalty: prepaid money stays on this one.";

const WHY: Record<Exclude<OrderState, "open">, string> = {
  early: "It does not count yet.",
  expired: "Its time is over.",
  cancelled: "The seller took it back.",
  filled: "All are sold.",
  stale: "The seller does not have the token any more, or does not let the market move it.",
};
