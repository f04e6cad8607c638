import {
  InvalidPurchaseError,
  type Market,
  parseSignedPurchase,
  type SignedOrder,
  type SignedPurchase,
  verifyPurchase,
} from "@ryugu/sdk/market";
import { PayoutRefusedError, PayoutUnavailableError } from "@ryugu/sdk/payout";
import { type Address, type Bytes32, isSameAddress } from "@ryugu/sdk/primitives";
import { id } from "ethers";
import { WorldChainError } from "../chain/errors.ts";
import type { Carrier } from "../sponsor/carrier.ts";
import { shared } from "../sponsor/shared.ts";
import { PurchaseRefusedError } from "./errors.ts";

/** Sends in what people have bought by signature, and pays the gas. */
export interface Purchases {
  /**
   * Checks a purchase and carries it out; answers the transaction's hash, the same for the same purchase.
   *
   * @param value - a SignedPurchase, as it came
   * @throws InvalidShapeError, PurchaseRefusedError, and what the carrier and the market throw
   */
  carryOut(value: unknown, buyer: Address): Promise<string>;
}

/** What a till is made of. */
export interface PurchaseParts {
  readonly market: Market;
  /** The order with a hash, where it can be bought here: the platform's own and people's. */
  readonly orderOf: (hash: Bytes32) => SignedOrder | undefined;
  readonly carrier: Carrier;
  /** Told when a purchase of an order has ended, however it did. */
  readonly ended: (hash: Bytes32) => void;
  readonly now: () => number;
}

/** A sale whose price and royalty are each divided among sixteen, of whom nobody can be paid, fits. */
const MOST_GAS = 6_000_000n;

/** Opens the till. */
export function openPurchases(parts: PurchaseParts): Purchases {
  const { market, carrier } = parts;
  const given = new Map<string, SignedPurchase>();

  async function check(signed: SignedPurchase): Promise<SignedOrder> {
    const order = parts.orderOf(signed.orderHash);
    if (order === undefined) {
      throw new PurchaseRefusedError("order", "This order is not for sale here any more.");
    }
    const currency = await market.currencyOf(order);
    verifyPurchase(signed, order, { currency, now: Math.floor(parts.now() / 1_000) });
    const { state } = await market.stateOf(order);
    if (state !== "open") throw new PurchaseRefusedError("state", `The order is ${state}.`);
    return order;
  }

  const sendOnce = shared(async (mark: string) => {
    const signed = given.get(mark);
    if (signed === undefined) throw new TypeError("A purchase is carried out that was not given.");
    const carriage = { key: `purchase:${mark}`, account: signed.buyer, mostGas: MOST_GAS };
    return await carrier.carry(carriage, async (signer) => {
      const order = await check(signed);
      return (await market.submit(signer, order, signed)).transaction;
    });
  });

  return {
    async carryOut(value, buyer) {
      const signed = parseSignedPurchase(value);
      if (!isSameAddress(signed.buyer, buyer)) {
        throw new PurchaseRefusedError("buyer", "This is somebody else's purchase.");
      }
      const mark = markOf(signed);
      given.set(mark, signed);
      try {
        return await sendOnce(mark);
      } catch (error) {
        throw named(error);
      } finally {
        given.delete(mark);
        parts.ended(signed.orderHash);
      }
    },
  };
}

/** What went wrong, as it can be answered. */
function named(error: unknown): unknown {
  if (error instanceof InvalidPurchaseError) {
    return new PurchaseRefusedError(error.reason, error.shortMessage, { cause: error });
  }
  if (error instanceof PayoutRefusedError) {
    return new PurchaseRefusedError(error.reason ?? "chain", error.shortMessage, { cause: error });
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
