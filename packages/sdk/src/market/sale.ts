import type { Address, Bytes32, Hex } from "../primitives/index.ts";
import type { GoodsKind } from "./order.ts";

/** One payee's part of a sale, as it landed: paid out, or credited because the payee could not be paid. */
export interface SharePayment {
  readonly payee: Address;
  readonly currency: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  readonly outcome: "paid" | "credited";
}

/** A sale that happened. Its payments sum to what was paid. */
export interface Sale {
  readonly orderHash: Bytes32;
  /** What the payment was for; see `purchasePurpose`. */
  readonly purpose: Bytes32;
  readonly seller: Address;
  readonly buyer: Address;
  /** Who has the tokens now. */
  readonly recipient: Address;
  readonly kind: GoodsKind;
  readonly collection: Address;
  /** Of a voucher the first token that was made. */
  readonly tokenId: bigint;
  readonly count: number;
  readonly rail: Address;
  readonly currency: Address;
  /** The whole price, in the currency's units. */
  readonly paid: bigint;
  readonly royalty: { readonly receiver: Address; readonly amount: bigint } | undefined;
  readonly fee:
    | { readonly intermediary: Address; readonly sponsor: string; readonly amount: bigint }
    | undefined;
  /** Who gets what royalty and fee leave; a split among them stands for its payees. */
  readonly payee: Address;
  readonly payments: readonly SharePayment[];
  readonly transaction: Hex;
  readonly block: number;
  readonly logIndex: number;
}

/** Money that was given back. */
export interface Refund {
  readonly orderHash: Bytes32;
  readonly buyer: Address;
  readonly payer: Address;
  readonly count: number;
  /** The exact price, in the currency's units. */
  readonly paid: bigint;
  readonly transaction: Hex;
  readonly block: number;
}
