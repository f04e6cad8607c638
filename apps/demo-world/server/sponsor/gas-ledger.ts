import type { Address } from "@ryugu/sdk/primitives";
import type { StoreModule, WorldStore } from "../store/world-store.ts";

/** What was given for gas, counted before it is sent. */
export const SPONSOR_TABLES: StoreModule = {
  name: "sponsor",
  migrations: [
    `CREATE TABLE sponsor_grants (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       account TEXT NOT NULL,
       day TEXT NOT NULL,
       amount TEXT NOT NULL
     ) STRICT;
     CREATE INDEX sponsor_days ON sponsor_grants (day, account);`,
  ],
};

/** Given today, in the chain's smallest unit. */
export interface GivenToday {
  readonly toPerson: bigint;
  readonly toAll: bigint;
}

/** The sponsor's book. Days are UTC. */
export interface GasLedger {
  given(account: Address, now: number): GivenToday;
  /** Counts a grant; answers its number. */
  plan(account: Address, amount: bigint, now: number): number;
  /** Takes back a grant for which nothing was signed. */
  release(id: number): void;
  /** The numbers of the grants of today and yesterday. */
  recent(now: number): number[];
}

const DAY = 86_400_000;
const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Opens the sponsor's book. */
export function openGasLedger(store: WorldStore): GasLedger {
  return {
    given(account, now) {
      const rows = store.all(
        "SELECT account, amount FROM sponsor_grants WHERE day = ?",
        dayOf(now),
      );
      const sum = (some: typeof rows) =>
        some.reduce((total, { amount }) => total + BigInt(String(amount)), 0n);
      return {
        toPerson: sum(rows.filter((row) => row.account === account)),
        toAll: sum(rows),
      };
    },
    plan(account, amount, now) {
      const row = store.get(
        "INSERT INTO sponsor_grants (account, day, amount) VALUES (?, ?, ?) RETURNING id",
        account,
        dayOf(now),
        String(amount),
      );
      return Number(row?.id);
    },
    release(id) {
      store.run("DELETE FROM sponsor_grants WHERE id = ?", id);
    },
    recent: (now) =>
      store
        .all("SELECT id FROM sponsor_grants WHERE day >= ?", dayOf(now - DAY))
        .map(({ id }) => Number(id)),
  };
}
