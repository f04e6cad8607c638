import { TypedDataEncoder } from "ethers";
import type { TypedDataSigner } from "../payout/index.ts";
import {
  type Agreement,
  type Currency,
  type PaymentAuthorization,
  signPayment,
} from "../payout/index.ts";
import type { Address, Bytes32, ChainId } from "../primitives/index.ts";
import type { Order } from "./order.ts";
import { orderHash } from "./order-hash.ts";

/** What a buyer takes of an order (`IMarket.Purchase`). */
export interface Purchase {
  /** Who pays. */
  readonly buyer: Address;
  /** Who gets the tokens. */
  readonly recipient: Address;
  readonly count: number;
}

/** A purchase that its buyer signed, as it is sent to whoever pays the gas. JSON as it is. */
export interface SignedPurchase extends Purchase {
  readonly chain: ChainId;
  readonly market: Address;
  readonly orderHash: Bytes32;
  /** What is paid in all, in the currency's units, a decimal text. */
  readonly amount: string;
  readonly authorization: PaymentAuthorization;
}

/** What a buyer is about to sign. */
export interface PurchaseRequest extends Purchase {
  readonly order: Order;
  /** The order's currency, from `Market.currency`. */
  readonly currency: Pick<Currency, "address" | "name" | "version">;
  /** 32 random bytes: the same purchase signed again is another one. */
  readonly salt: Bytes32;
  /** Unix seconds; 0 by default. */
  readonly validAfter?: number;
  /** Unix seconds. */
  readonly validBefore: number;
  /**
   * Who checks the buyer's word: by default a ledger that is its own currency does itself, and an ERC-20 by ERC-3009. A buyer that is
   * a contract, such as a smart wallet, chooses `rail`, and allows the rail to take the price beforehand.
   */
  readonly agreement?: Exclude<Agreement, "caller">;
}

const PURCHASE = {
  Purchase: [
    { name: "orderHash", type: "bytes32" },
    { name: "buyer", type: "address" },
    { name: "recipient", type: "address" },
    { name: "count", type: "uint64" },
  ],
};

/** What a buyer's payment is for (`IMarket.purchasePurpose`): who carries it can change nothing of it. */
export function purchasePurpose(hash: Bytes32, purchase: Purchase): Bytes32 {
  const { buyer, recipient, count } = purchase;
  return TypedDataEncoder.hashStruct("Purchase", PURCHASE, {
    orderHash: hash,
    buyer,
    recipient,
    count,
  }) as Bytes32;
}

/**
 * Asks a signer to sign a purchase. The buyer needs no gas and no provider.
 *
 * @throws what the signer throws
 *
 * @example
 * const purchase = { buyer, recipient: buyer, count: 1 };
 * const signed = await signPurchase(wallet, { order, currency, ...purchase, salt, validBefore });
 */
export async function signPurchase(
  signer: TypedDataSigner,
  request: PurchaseRequest,
): Promise<SignedPurchase> {
  const { order, currency, buyer, recipient, count, salt, validAfter = 0, validBefore } = request;
  const hash = orderHash(order);
  const amount = order.price * BigInt(count);
  const payment = {
    ...{ chain: order.chain, rail: order.rail, currency, payer: buyer, caller: order.market },
    purpose: purchasePurpose(hash, { buyer, recipient, count }),
    ...{ amount, salt, validAfter, validBefore },
  };
  const authorization = await signPayment(signer, payment, request.agreement);
  const { chain, market } = order;
  return {
    ...{ chain, market, orderHash: hash, buyer, recipient, count },
    amount: `${amount}`,
    authorization,
  };
}
