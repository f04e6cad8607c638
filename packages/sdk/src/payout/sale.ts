import type { Address, Bytes32, Hex } from "../primitives/index.ts";

/** One payee's share of a sale, as it landed: paid out, or credited because the payee could not be paid. */
export interface SharePayment {
  readonly listingId: Bytes32;
  readonly payee: Address;
  readonly currency: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  readonly outcome: "paid" | "credited";
  readonly transaction: Hex;
  readonly block: number;
}

/** A sale that happened. Its payments sum to its price. */
export interface Sale {
  readonly listingId: Bytes32;
  readonly buyer: Address;
  /** Who has the token now. */
  readonly recipient: Address;
  readonly currency: Address;
  /** In the currency's units. */
  readonly price: bigint;
  readonly transaction: Hex;
  readonly block: number;
  readonly payments: readonly SharePayment[];
}
