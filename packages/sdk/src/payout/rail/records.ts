import type { Address, Bytes32 } from "../../primitives/index.ts";
import type { LogPlace } from "../event-log.ts";

/** A payee's share of a payment, as it landed: paid, or kept for them to claim. */
export interface ShareRecord extends LogPlace {
  readonly kind: "share";
  readonly purpose: Bytes32;
  readonly payee: Address;
  readonly currency: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  readonly outcome: "paid" | "credited";
}

/** A payment as a whole; its shares come before it. */
export interface PaymentRecord extends LogPlace {
  readonly kind: "payment";
  readonly purpose: Bytes32;
  readonly payer: Address;
  /** Who had it carried out: the payer, or whom the payer agreed to by signature. */
  readonly caller: Address;
  readonly currency: Address;
  readonly amount: bigint;
  readonly isRefund: boolean;
}

/** A credit that was paid out. */
export interface ClaimRecord extends LogPlace {
  readonly kind: "claim";
  readonly payee: Address;
  readonly currency: Address;
  readonly to: Address;
  readonly amount: bigint;
}

/** What a rail tells of the money that went through it. */
export type RailRecord = ShareRecord | PaymentRecord | ClaimRecord;

/** A payment that was carried out. */
export interface MadePayment extends PaymentRecord {
  readonly shares: readonly ShareRecord[];
  /** Of the payment, and of the approval before it if there was one. */
  readonly gasUsed: bigint;
}
