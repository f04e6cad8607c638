import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { StoreModule, WorldStore } from "../store/world-store.ts";

/** Whose each cash-out is. What becomes of it is the issuer's to know; of bank accounts nothing is kept here. */
export const CASH_OUT_TABLES: StoreModule = {
  name: "cashout",
  migrations: [
    `CREATE TABLE cashout_requests (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       asked_at INTEGER NOT NULL
     ) STRICT;
     CREATE INDEX cashout_accounts ON cashout_requests (account, asked_at);`,
  ],
};

/** Who asked for which cash-out. Times in Unix milliseconds. */
export interface CashOutBook {
  isOf(id: Bytes32, account: Address): boolean;
  /** How many an account has asked for since a time. */
  countSince(account: Address, since: number): number;
  note(id: Bytes32, account: Address, now: number): void;
  /** Takes back one that the issuer did not take. */
  forget(id: Bytes32): void;
}

/** Opens the book. */
export function openCashOutBook(store: WorldStore): CashOutBook {
  return {
    isOf: (id, account) =>
      store.get("SELECT id FROM cashout_requests WHERE id = ? AND account = ?", id, account) !==
      undefined,
    countSince: (account, since) =>
      Number(
        store.get(
          "SELECT count(*) AS n FROM cashout_requests WHERE account = ? AND asked_at > ?",
          account,
          since,
        )?.n ?? 0,
      ),
    note(id, account, now) {
      store.run("INSERT OR IGNORE INTO cashout_requests VALUES (?, ?, ?)", id, account, now);
    },
    forget(id) {
      store.run("DELETE FROM cashout_requests WHERE id = ?", id);
    },
  };
}
