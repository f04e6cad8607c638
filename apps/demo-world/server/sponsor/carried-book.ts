import type { Address } from "@ryugu/sdk/primitives";
import type { StoreModule, WorldStore } from "../store/world-store.ts";

/** What the platform has sent in for people, counted before it is sent. */
export const CARRIER_TABLES: StoreModule = {
  name: "carried",
  migrations: [
    `CREATE TABLE carried_works (
       key TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       day TEXT NOT NULL
     ) STRICT;
     CREATE INDEX carried_days ON carried_works (day, account);`,
  ],
};

/** How much was carried on a day. */
export interface CarriedToday {
  readonly forPerson: number;
  readonly forAll: number;
}

/** The carrier's book. Days are UTC. */
export interface CarriedBook {
  today(account: Address, now: number): CarriedToday;
  /** Counts a piece of work; one that is counted already stays where it is. */
  count(key: string, account: Address, now: number): void;
  /** Takes back what was counted and never signed. */
  release(key: string): void;
  /** What was counted today and yesterday; what is older is forgotten. */
  recent(now: number): string[];
}

const DAY = 86_400_000;
const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

/** Opens the book. */
export function openCarriedBook(store: WorldStore): CarriedBook {
  return {
    today(account, now) {
      const row = store.get(
        "SELECT count(*) AS all_of_it, count(CASE WHEN account = ? THEN 1 END) AS own FROM carried_works WHERE day = ?",
        account,
        dayOf(now),
      );
      return { forPerson: Number(row?.own ?? 0), forAll: Number(row?.all_of_it ?? 0) };
    },
    count(key, account, now) {
      store.run("INSERT OR IGNORE INTO carried_works VALUES (?, ?, ?)", key, account, dayOf(now));
    },
    release(key) {
      store.run("DELETE FROM carried_works WHERE key = ?", key);
    },
    recent(now) {
      store.run("DELETE FROM carried_works WHERE day < ?", dayOf(now - DAY));
      return store.all("SELECT key FROM carried_works").map(({ key }) => String(key));
    },
  };
}
