import {
  InvalidPurchaseError,
  parseSignedPurchase,
  type SignedOrder,
  type SignedPurchase,
  verifyPurchase,
} from "@ryugu/sdk/market";
import { PayoutRefusedError, PayoutUnavailableError } from "@ryugu/sdk/payout";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { id } from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Operator } from "../operator/operator.ts";
import { OperatorSigner } from "../operator/operator-signer.ts";
import { shared } from "../sponsor/shared.ts";
import { PurchaseRefusedError } from "./errors.ts";
import type { Gallery } from "./gallery.ts";

/** Sends in what people have bought by signature, and pays the gas. */
export interface Purchases {
  /**
   * Checks a purchase and carries it out; answers the transaction's hash, the same for the same purchase.
   *
   * @param value - a SignedPurchase, as it came
   * @throws InvalidShapeError, PurchaseRefusedError, and what the operator and the market throw
   */
  carryOut(value: unknown, buyer: Address): Promise<string>;
}

/** Opens the till. */
export function openPurchases(gallery: Gallery, operator: Operator, now: () => number): Purchases {
  const { market } = gallery;
  const signedBy = new Map<string, SignedPurchase>();

  async function check(signed: SignedPurchase): Promise<SignedOrder> {
    const order = gallery.orderOf(signed.orderHash);
    if (order === undefined) {
      throw new PurchaseRefusedError("gallery", "This is no order of the gallery's any more.");
    }
    const currency = await market.currencyOf(order);
    verifyPurchase(signed, order, { currency, now: Math.floor(now() / 1_000) });
    const { state } = await market.stateOf(order);
    if (state !== "open") throw new PurchaseRefusedError("state", `The order is ${state}.`);
    return order;
  }

  async function send(mark: string): Promise<string> {
    const key = `purchase:${mark}`;
    const known = operator.find(`${key}/1`);
    if (known !== undefined) return (await operator.settled(known.key)).hash;
    const signed = signedBy.get(mark);
    if (signed === undefined) throw new TypeError("A purchase is carried out that was not given.");
    const order = await check(signed);
    const signer = new OperatorSigner(operator, key);
    return (await market.submit(signer, order, signed)).transaction;
  }
  const sendOnce = shared(send);

  return {
    async carryOut(value, buyer) {
      const signed = parseSignedPurchase(value);
      if (!isSameAddress(signed.buyer, buyer)) {
        throw new PurchaseRefusedError("buyer", "This is somebody else's purchase.");
      }
      const mark = markOf(signed);
      signedBy.set(mark, signed);
      try {
        return await sendOnce(mark);
      } catch (error) {
        throw named(error);
      } finally {
        signedBy.delete(mark);
        // Whatever came of it, the wall may need a new print.
        gallery.keep().catch(() => undefined);
      }
    },
  };
}

/** What went wrong, as it can be answered. */
function named(error: unknown): unknown {
  if (error instanceof InvalidPurchaseError) {
    return new PurchaseRefusedError(error.reason, error.shortMessage, error);
  }
  if (error instanceof PayoutRefusedError) {
    return new PurchaseRefusedError(error.reason ?? "chain", error.shortMessage, error);
  }
  if (error instanceof PayoutUnavailableError) {
    return new WorldChainError("The platform's chain does not answer.", { cause: error });
  }
  return error;
}

/** One purchase, one mark: everything that the signature covers, and not its bytes, which have more than one form. */
function markOf({ chain, orderHash, buyer, recipient, count, authorization }: SignedPurchase) {
  const parts = [chain, orderHash, buyer, recipient, count, authorization.salt];
  return id(parts.join("/").toLowerCase());
}
