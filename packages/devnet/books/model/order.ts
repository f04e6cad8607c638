import type { Account, Side } from "./words.ts";

/** What a seller offers, in the model's terms. Its salt names it. */
export interface Order {
  readonly side: Side;
  readonly salt: string;
  readonly kind: "erc721" | "erc1155" | "voucher";
  readonly seller: Account;
  readonly collection: Account;
  readonly tokenId: bigint;
  readonly quantity: number;
  readonly rail: Account;
  readonly currency: Account;
  readonly price: bigint;
  readonly payee: Account;
  readonly mostRoyalty: bigint;
  readonly intermediary: Account | undefined;
  /** In basis points. */
  readonly fee: bigint;
  readonly buyer: Account | undefined;
  /** How many each buyer may have of all orders with this tag. */
  readonly cap: { readonly most: number; readonly tag: number } | undefined;
  readonly validAfter: number;
  readonly validBefore: number;
  readonly counter: number;
  /** Whether the seller signed it, or somebody else in their name. */
  readonly isSigned: boolean;
}

/** A buyer's word: what they take, and until when it counts. */
export interface Purchase {
  readonly buyer: Account;
  readonly recipient: Account;
  readonly count: number;
  readonly salt: string;
  readonly validBefore: number;
  /** Whether the buyer signed it. */
  readonly isSigned: boolean;
}

/** A seller's word that a price goes back. */
export interface Refund {
  readonly payer: Account;
  readonly buyer: Account;
  readonly count: number;
  readonly salt: string;
  readonly validBefore: number;
}
