import type { Database } from "../database.ts";
import { LedgerUnbalancedError } from "./errors.ts";

/**
 * The bank's accounts. `cash` is what the bank has; the others are what it owes: to its customer, to the transfers on
 * their way inside the bank, to the Zengin System for what it sent, and to itself for what it earned.
 */
export type LedgerAccount = "cash" | "deposit" | "transit" | "interbank" | "fees";

/** One side of a posting, in yen. */
export interface LedgerLine {
  readonly account: LedgerAccount;
  readonly debit?: bigint;
  readonly credit?: bigint;
}

/** An account's sums, in yen. */
export interface LedgerBalance {
  readonly account: LedgerAccount;
  readonly debit: bigint;
  readonly credit: bigint;
}

/** The ledger's table. Entries are only ever added. */
export const LEDGER_TABLES = `
  CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    memo TEXT NOT NULL,
    account TEXT NOT NULL,
    debit INTEGER NOT NULL CHECK (debit >= 0),
    credit INTEGER NOT NULL CHECK (credit >= 0)
  ) STRICT;
`;

/**
 * Posts lines to the books, wholly or not at all.
 *
 * @throws LedgerUnbalancedError where debits and credits differ, or an account would owe what it must be owed
 */
export function post(database: Database, memo: string, lines: readonly LedgerLine[]): void {
  const debits = lines.reduce((sum, { debit = 0n }) => sum + debit, 0n);
  const credits = lines.reduce((sum, { credit = 0n }) => sum + credit, 0n);
  if (debits !== credits) {
    throw new LedgerUnbalancedError("A posting has other debits than credits.", {
      details: [`Posting: ${memo}`, `Debits: ${debits}`, `Credits: ${credits}`],
    });
  }
  for (const { account, debit = 0n, credit = 0n } of lines) {
    database.run(
      "INSERT INTO entries (memo, account, debit, credit) VALUES (?, ?, ?, ?)",
      ...([memo, account, debit, credit] as const),
    );
    assertNotOverdrawn(database, account, memo);
  }
}

/** What the bank owes on an account in yen; what it has, for `cash`. */
export function balanceOf(database: Database, account: LedgerAccount): bigint {
  const { debit, credit } = sumsOf(database, account);
  return account === "cash" ? debit - credit : credit - debit;
}

/** Every account that was posted to, with its sums. */
export function trialBalance(database: Database): LedgerBalance[] {
  const names = database.all("SELECT DISTINCT account FROM entries ORDER BY account");
  return names.map(({ account }) => {
    const name = account as LedgerAccount;
    return { account: name, ...sumsOf(database, name) };
  });
}

function sumsOf(database: Database, account: LedgerAccount) {
  const sums = database.get(
    "SELECT COALESCE(SUM(debit), 0) AS debit, COALESCE(SUM(credit), 0) AS credit FROM entries WHERE account = ?",
    account,
  );
  return { debit: sums?.debit as bigint, credit: sums?.credit as bigint };
}

function assertNotOverdrawn(database: Database, account: LedgerAccount, memo: string): void {
  if (balanceOf(database, account) >= 0n) return;
  throw new LedgerUnbalancedError("A posting would overdraw an account.", {
    details: [`Posting: ${memo}`, `Account: ${account}`],
  });
}
