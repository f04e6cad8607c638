import type { TypedDataSigner } from "../payout/index.ts";
import type { Hex } from "../primitives/index.ts";
import { assertOrder } from "./check-order.ts";
import type { Order, SignedOrder } from "./order.ts";
import { orderTypedData } from "./order-hash.ts";

/**
 * Asks a seller to sign an order: it costs nothing, and counts until it is filled, its time is over, or it is taken
 * back.
 *
 * @throws InvalidOrderError with reason `terms`, and what the signer throws
 */
export async function signOrder(signer: TypedDataSigner, order: Order): Promise<SignedOrder> {
  assertOrder(order);
  const { domain, types, message } = orderTypedData(order);
  return { ...order, signature: (await signer.signTypedData(domain, types, message)) as Hex };
}
