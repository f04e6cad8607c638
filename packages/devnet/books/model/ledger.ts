import { refuseIf } from "./refusal.ts";
import { HOLDING_LIMIT } from "./stage.ts";
import type { LedgerAccount, SideBooks } from "./state.ts";
import type { Account } from "./words.ts";

/** An account as it is; nobody's where nobody opened it. */
export function accountOf(books: SideBooks, account: Account): LedgerAccount {
  let found = books.ledger.get(account);
  if (found === undefined) {
    found = { spendable: 0n, receivable: 0n, status: "none" };
    books.ledger.set(account, found);
  }
  return found;
}

/** Refuses what only an open account may do. */
export function openAccount(books: SideBooks, account: Account): LedgerAccount {
  const found = accountOf(books, account);
  refuseIf(found.status !== "open", "AccountNotOpen");
  return found;
}

/** Money is put in, and the issuer owes it from now on. */
export function topUp(books: SideBooks, account: Account, amount: bigint): void {
  const booked = openAccount(books, account);
  refuseIf(booked.spendable + amount > HOLDING_LIMIT, "HoldingTooHigh");
  booked.spendable += amount;
  books.outstanding += amount;
}

/** Asks for money that was received to be paid by bank transfer. */
export function requestSettlement(books: SideBooks, account: Account, amount: bigint): void {
  refuseIf(amount === 0n, "AmountInvalid");
  const booked = openAccount(books, account);
  refuseIf(booked.receivable < amount, "BalanceTooLow");
  booked.receivable -= amount;
  books.settlementCount += 1;
  books.settlements.set(books.settlementCount, { account, amount });
}

/** The bank paid, or did not. */
export function endSettlement(books: SideBooks, id: number, isPaid: boolean): void {
  const found = books.settlements.get(id);
  refuseIf(found === undefined, "SettlementUnknown");
  if (found === undefined) return;
  books.settlements.delete(id);
  if (isPaid) books.outstanding -= found.amount;
  else accountOf(books, found.account).receivable += found.amount;
}
