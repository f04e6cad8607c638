import type { SignedOrder } from "@ryugu/sdk/market";
import { type Address, type ChainId, isSameAddress } from "@ryugu/sdk/primitives";
import { OrderRefusedError } from "./errors.ts";

/** Where and in what people sell on a platform. */
export interface TradingPlace {
  readonly chain: ChainId;
  readonly market: Address;
  readonly rail: Address;
  /** The yen of its chain. */
  readonly currency: Address;
}

const YEN = 10n ** 18n;
/** In yen. */
const MOST_PRICE = 10_000_000n;
/** In seconds: the thirty days that a market offers by default, and a day for clocks. */
const MOST_VALIDITY = 31 * 86_400;

/**
 * Checks by an order alone that it may stand on the board: anybody can buy by it, at a price that can be read at a glance, and
 * nothing else has a say in it. Who is paid, and how much royalty the seller puts up with, is the seller's affair.
 *
 * @param now - Unix seconds
 * @throws OrderRefusedError
 */
export function checkOrder(
  order: SignedOrder,
  seller: Address,
  place: TradingPlace,
  now: number,
): void {
  need(isSameAddress(order.seller, seller), "seller", "This is somebody else's order.");
  need(order.chain === place.chain, "chain", "The order is for another chain.");
  need(isSameAddress(order.market, place.market), "market", "The order is for another market.");
  need(isSameAddress(order.rail, place.rail), "rail", "The order is paid by another rail.");
  need(isSameAddress(order.currency, place.currency), "currency", "The order is not paid in yen.");
  need(order.kind === "erc721", "kind", "Single tokens (ERC-721) are sold here.");
  need(order.buyer === undefined, "buyer", "What is offered to one buyer alone hangs nowhere.");
  need(order.intermediary === undefined, "intermediary", "Nobody takes a fee here.");
  need(order.policy === undefined, "policy", "Anybody may buy here.");
  const { price, validBefore } = order;
  const isFair = price >= YEN && price <= MOST_PRICE * YEN && price % YEN === 0n;
  need(isFair, "price", `A price is 1 to ${MOST_PRICE} whole yen.`);
  need(validBefore > now, "expired", "The order counts no more.");
  need(validBefore <= now + MOST_VALIDITY, "validity", "An order counts for 31 days at most.");
}

/** Whether an order is for a place's market, and is paid there by its rail in its money. */
export function isTradedAt(order: SignedOrder, place: TradingPlace): boolean {
  const pairs = [
    [order.market, place.market],
    [order.rail, place.rail],
    [order.currency, place.currency],
  ] as const;
  return order.chain === place.chain && pairs.every(([one, other]) => isSameAddress(one, other));
}

function need(holds: boolean, reason: string, sentence: string): void {
  if (!holds) throw new OrderRefusedError(reason, sentence);
}
