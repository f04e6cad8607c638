import type { Bytes32 } from "../../primitives/index.ts";
import { type BankAccount, isSameAccount } from "./bank-account.ts";
import type { Day } from "./business-day.ts";
import { ZenginFileError } from "./errors.ts";
import type { ZenginTransfer, ZenginTransferFile } from "./zengin/transfer-file.ts";

/** A cash-out as our books have it, beside the bank's file. */
export interface BookedTransfer {
  readonly id: Bytes32;
  /** What names it in the file: {@link transferReference}. */
  readonly reference: string;
  readonly account: BankAccount;
  /** What should arrive, in yen. */
  readonly arrives: bigint;
  /** The bank day on which it was settled, as far as we know. */
  readonly settledOn?: Day;
}

/** A booked transfer and what the file has for it. */
export interface ComparedTransfer {
  readonly booked: BookedTransfer;
  readonly paid: readonly ZenginTransfer[];
}

/** What a bank day's file says beside our books. Every transfer of either is in exactly one list. */
export interface Reconciliation {
  readonly day: Day;
  readonly matched: readonly ComparedTransfer[];
  /** Settled on this day by our books, and not in the file. */
  readonly missing: readonly BookedTransfer[];
  /** In the file, and named by no cash-out of ours. */
  readonly unknown: readonly ZenginTransfer[];
  /** Another amount, or to another account. */
  readonly different: readonly ComparedTransfer[];
  /** More than one payment for one cash-out. */
  readonly paidTwice: readonly ComparedTransfer[];
  /** Paid by the bank while our books have it settled on another day, or not at all. */
  readonly unbooked: readonly ComparedTransfer[];
}

/** The 20 characters that name a cash-out in a bank's file: capitals and digits, as the format has them. */
export function transferReference(id: Bytes32): string {
  return id.slice(2, 22).toUpperCase();
}

/** Whether everything fits. */
export function isReconciled(reconciliation: Reconciliation): boolean {
  const { missing, unknown, different, paidTwice, unbooked } = reconciliation;
  return [missing, unknown, different, paidTwice, unbooked].every(({ length }) => length === 0);
}

/**
 * Compares our books with a bank day's file.
 *
 * @param booked - every cash-out that the file could name, settled or not
 * @param day - the file's day; the format itself has no year
 * @throws ZenginFileError where the file is another day's
 */
export function reconcile(
  booked: readonly BookedTransfer[],
  file: ZenginTransferFile,
  day: Day,
): Reconciliation {
  if (file.date !== day.slice(5).replace("-", "")) {
    throw new ZenginFileError("The file is of another day.", {
      details: [`Expected: ${day}`, `Received: ${file.date}`],
    });
  }
  const paid = byReference(file.transfers);
  const ours = new Set(booked.map(({ reference }) => reference));
  const compared = booked.map((one) => ({ booked: one, paid: paid.get(one.reference) ?? [] }));
  const listed = (verdict: Verdict) => compared.filter((one) => verdictOf(one, day) === verdict);
  return {
    day,
    matched: listed("matched"),
    missing: listed("missing").map((one) => one.booked),
    unknown: file.transfers.filter(({ reference }) => !ours.has(reference)),
    different: listed("different"),
    paidTwice: listed("paidTwice"),
    unbooked: listed("unbooked"),
  };
}

function byReference(transfers: readonly ZenginTransfer[]): Map<string, ZenginTransfer[]> {
  const found = new Map<string, ZenginTransfer[]>();
  for (const transfer of transfers) {
    const known = found.get(transfer.reference);
    if (known === undefined) found.set(transfer.reference, [transfer]);
    else known.push(transfer);
  }
  return found;
}

type Verdict = "matched" | "missing" | "different" | "paidTwice" | "unbooked" | "elsewhere";

function verdictOf({ booked, paid }: ComparedTransfer, day: Day): Verdict {
  const [only] = paid;
  if (only === undefined) return booked.settledOn === day ? "missing" : "elsewhere";
  if (paid.length > 1) return "paidTwice";
  if (only.yen !== booked.arrives || !isSameAccount(only.account, booked.account)) {
    return "different";
  }
  return booked.settledOn === day ? "matched" : "unbooked";
}
