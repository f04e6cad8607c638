import {
  InvalidOrderError,
  type Market,
  orderHash,
  parseSignedOrder,
  type SignedOrder,
  verifyOrder,
} from "@ryugu/sdk/market";
import type { ContractVerifier } from "@ryugu/sdk/passport";
import { PayoutUnavailableError } from "@ryugu/sdk/payout";
import { type Address, InvalidHexError } from "@ryugu/sdk/primitives";
import { WorldChainError } from "../chain/errors.ts";
import { checkOrder, type TradingPlace } from "./check-order.ts";
import { OrderRefusedError } from "./errors.ts";

/** What orders are held against. */
export interface VettingParts {
  readonly market: Market;
  readonly place: TradingPlace;
  /** Asks sellers that are contracts for their word (ERC-1271). */
  readonly contractVerifier: ContractVerifier;
  readonly now: () => number;
}

/**
 * Reads a stranger's order and sees to it that anybody could buy by it now.
 *
 * @param value - a SignedOrder, as it came
 * @throws InvalidShapeError, OrderRefusedError, WorldChainError
 */
export async function vetOrder(
  value: unknown,
  seller: Address,
  parts: VettingParts,
): Promise<SignedOrder> {
  const order = readOrder(value);
  checkOrder(order, seller, parts.place, Math.floor(parts.now() / 1_000));
  await assertSigned(order, parts.contractVerifier);
  await assertOpen(order, parts.market);
  return order;
}

async function assertSigned(order: SignedOrder, ask: ContractVerifier): Promise<void> {
  if (verifyOrder(order, { isContract: true }) === "key") return;
  const { seller, chain, signature } = order;
  const digest = orderHash(order);
  if (await ask({ address: seller, chain, digest, signature })) return;
  throw new OrderRefusedError("signature", "The seller did not sign this order.");
}

async function assertOpen(order: SignedOrder, market: Market): Promise<void> {
  const [{ state }, royalty] = await asked(
    Promise.all([market.stateOf(order), market.royaltyOf(order)]),
  );
  if (state !== "open") throw new OrderRefusedError(state, `The order is ${state}.`);
  const most = (order.price * BigInt(order.mostRoyalty)) / 10_000n;
  if (royalty !== undefined && royalty.amount > most) {
    throw new OrderRefusedError(
      "royalty",
      "The collection asks more royalty than the order grants.",
    );
  }
}

function readOrder(value: unknown): SignedOrder {
  try {
    return parseSignedOrder(value);
  } catch (cause) {
    const isOddTerms = cause instanceof InvalidOrderError || cause instanceof InvalidHexError;
    if (!isOddTerms) throw cause;
    throw new OrderRefusedError("terms", cause.shortMessage, { cause });
  }
}

/** Asks a market, and says in the server's own words where its chain does not answer. */
export function asked<T>(question: Promise<T>): Promise<T> {
  return question.catch((cause: unknown) => {
    if (!(cause instanceof PayoutUnavailableError)) throw cause;
    throw new WorldChainError("The platform's chain does not answer.", { cause });
  });
}
