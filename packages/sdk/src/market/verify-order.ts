import { recoverSigner } from "../lane/index.ts";
import { isSameAddress } from "../primitives/index.ts";
import { assertOrder } from "./check-order.ts";
import { assertNotStranded } from "./check-royalty.ts";
import type { Royalty } from "./divide-sale.ts";
import { InvalidOrderError } from "./errors.ts";
import type { SignedOrder } from "./order.ts";
import { orderHash } from "./order-hash.ts";

/** Whose word an order is: its seller's key's, or a contract's that must be asked (ERC-1271). */
export type OrderWord = "key" | "contract-unasked";

/** What the chain says, as far as somebody asked it. */
export interface OrderContext {
  /** Whether the seller is a contract, so that its signature is no key's. */
  readonly isContract?: boolean;
  /** What the collection asks now: `Market.royaltyOf`. */
  readonly royalty?: Royalty | undefined;
}

/**
 * Checks everything about a signed order that can be seen without the chain, and whether its royalty reaches the creators where it is
 * told.
 *
 * @returns by whose word it counts; only a chain can tell for a contract
 * @throws InvalidOrderError with reason `terms`, `royalty` or `signature`
 */
export function verifyOrder(order: SignedOrder, context: OrderContext = {}): OrderWord {
  assertOrder(order);
  assertNotStranded(order, context.royalty);
  const signer = recover(order);
  if (signer !== undefined && isSameAddress(signer, order.seller)) return "key";
  if (context.isContract === true) return "contract-unasked";
  throw new InvalidOrderError("signature", "The seller did not sign this order.", {
    details: [`Seller: ${order.seller}`, `Signer: ${signer ?? "nobody"}`],
  });
}

function recover(order: SignedOrder) {
  try {
    return recoverSigner(orderHash(order), order.signature);
  } catch {
    return undefined;
  }
}
