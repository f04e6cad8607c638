import type { Bytes32 } from "../../primitives/index.ts";
import type { BankAccount } from "./bank-account.ts";
import type { Day } from "./business-day.ts";
import type { TransferFees } from "./fees.ts";

/** Where a bank's transfer stands. */
export type BankTransferState = "accepted" | "sent" | "settled" | "refused";

/** Why a bank did not pay. The money is back in the account that was to pay, the fee with it. */
export type BankRefusal =
  | "no-such-account"
  | "holder-mismatch"
  | "account-closed"
  | "limit-exceeded"
  | "insufficient-funds"
  | "not-a-business-day"
  | "cancelled";

/** A transfer that is ordered of a bank. */
export interface TransferOrder {
  /** The same order has the same key, however often it is sent: the bank pays it once. */
  readonly key: Bytes32;
  readonly account: BankAccount;
  /** What is taken from the account that pays; the fee comes out of it. */
  readonly yen: bigint;
  /** Up to 20 characters that stand in the bank's file for this order. */
  readonly reference: string;
  /** The business day on which it is to leave; as soon as possible unless told. */
  readonly executeOn?: Day;
}

/** A transfer as the bank has it. */
export interface BankTransfer {
  readonly key: Bytes32;
  readonly state: BankTransferState;
  readonly yen: bigint;
  readonly fee: bigint;
  readonly refusal?: BankRefusal;
  /** The bank day in whose file it stands. */
  readonly settledOn?: Day;
}

/** What a bank takes and how much it sends. */
export interface BankTerms {
  readonly fees: TransferFees;
  /** The most that one transfer may take from the account, in yen. */
  readonly perTransfer: bigint;
  /** The bank day on which a transfer that is ordered now leaves. */
  readonly leavesOn: Day;
}

/**
 * A bank, as whoever redeems a token sees it.
 *
 * Every method throws CashOutUnavailableError where the bank gave no answer. Then it is *unknown* whether what was
 * asked is done: ask again with the same key.
 */
export interface BankRail {
  terms(): Promise<BankTerms>;
  /**
   * Orders a transfer, or says where the one with this key stands.
   *
   * @throws CashOutContradictionError where the key stands for another order
   */
  order(order: TransferOrder): Promise<BankTransfer>;
  /** Where a transfer stands; undefined where the bank knows none with this key. */
  status(key: Bytes32): Promise<BankTransfer | undefined>;
  /** Takes an order back while it has not left. What comes back says whether that came in time. */
  cancel(key: Bytes32): Promise<BankTransfer>;
  /** The bank day's transfers in the Zengin format; undefined until the day is over. */
  settlementFile(day: Day): Promise<Uint8Array | undefined>;
}
