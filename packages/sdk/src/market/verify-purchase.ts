import { TypedDataEncoder } from "ethers";
import { recoverSigner } from "../lane/index.ts";
import { type Currency, paymentTypedData } from "../payout/index.ts";
import { type Bytes32, isSameAddress, ZERO_ADDRESS } from "../primitives/index.ts";
import { InvalidPurchaseError, type PurchaseFault } from "./errors.ts";
import type { Order } from "./order.ts";
import { orderHash } from "./order-hash.ts";
import { purchasePurpose, type SignedPurchase } from "./purchase.ts";

/** What the chain says, for a check that asks nobody. */
export interface PurchaseContext {
  readonly currency: Currency;
  /** Unix seconds. */
  readonly now: number;
  /** Whether the buyer is a contract: then only a chain can tell whether its word for a rail counts (ERC-1271). */
  readonly isContract?: boolean;
}

/**
 * Checks everything about a signed purchase that can be seen without the chain, so that a sponsor pays no gas for what
 * the chain would refuse. What it cannot see: the buyer's money, whether the payment was used before, and whether the
 * order is open.
 *
 * @param order - checked by `verifyOrder`
 * @throws InvalidPurchaseError with its `reason`
 */
export function verifyPurchase(
  signed: SignedPurchase,
  order: Order,
  context: PurchaseContext,
): void {
  assertSameSale(signed, order, context.currency);
  const { recipient, authorization } = signed;
  const wrong = [ZERO_ADDRESS, order.market, order.seller];
  if (wrong.some((account) => isSameAddress(recipient, account))) {
    throw fault("recipient", "Nobody else would get the token at this address.", recipient);
  }
  // As the chain compares: strictly after the one, strictly before the other.
  if (context.now <= authorization.validAfter) {
    throw fault("early", "The purchase does not hold yet.");
  }
  if (context.now >= authorization.validBefore) {
    throw fault("expired", "The purchase holds no more.");
  }
  assertSignature(signed, order, context);
}

function assertSameSale(signed: SignedPurchase, order: Order, currency: Currency): void {
  if (signed.chain !== order.chain) throw fault("chain", "Another chain.", signed.chain);
  if (!isSameAddress(signed.market, order.market)) {
    throw fault("market", "The purchase is for another market.", signed.market);
  }
  if (signed.orderHash !== orderHash(order)) {
    throw fault("order", "Another order was bought.", signed.orderHash);
  }
  if (currency.chain !== order.chain || !isSameAddress(currency.address, order.currency)) {
    throw fault("currency", "The order is not paid in this currency.", currency.address);
  }
  if (order.buyer !== undefined && !isSameAddress(order.buyer, signed.buyer)) {
    throw fault("buyer", "The order is for another buyer.", signed.buyer);
  }
  if (signed.count > order.quantity) {
    throw fault("count", "There are not so many.", `${signed.count}`);
  }
  if (signed.amount !== `${order.price * BigInt(signed.count)}`) {
    throw fault("price", "Another price was signed.", signed.amount);
  }
}

function assertSignature(signed: SignedPurchase, order: Order, context: PurchaseContext): void {
  const { authorization, buyer, recipient, count } = signed;
  const { agreement, signature, salt, validAfter, validBefore } = authorization;
  if (agreement === "caller") throw fault("signature", "Nothing was signed.");
  if (agreement === "rail" && context.isContract === true) return;
  const { domain, types, message } = paymentTypedData(
    {
      ...{ chain: order.chain, rail: order.rail, currency: context.currency },
      ...{ payer: buyer, caller: order.market, amount: BigInt(signed.amount) },
      purpose: purchasePurpose(signed.orderHash, { buyer, recipient, count }),
      ...{ salt, validAfter, validBefore },
    },
    agreement,
  );
  const signer = recover(TypedDataEncoder.hash(domain, types, message) as Bytes32, signature);
  if (isSameAddress(signer, buyer)) return;
  throw fault("signature", "The buyer did not sign this purchase.", `Signer: ${signer}`);
}

function recover(digest: Bytes32, signature: string) {
  try {
    return recoverSigner(digest, signature);
  } catch (cause) {
    throw new InvalidPurchaseError("signature", "The signature recovers to nobody.", { cause });
  }
}

function fault(reason: PurchaseFault, why: string, ...details: string[]): InvalidPurchaseError {
  return new InvalidPurchaseError(reason, why, { details });
}
