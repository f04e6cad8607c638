import { type Address, address, type Bytes32 } from "@ryugu/sdk/primitives";
import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";
import type { WorkPlan } from "./read-work.ts";

/** People's works, from the moment they are asked for. */
export const WORK_TABLES: StoreModule = {
  name: "works",
  migrations: [
    `CREATE TABLE works (
       number INTEGER PRIMARY KEY AUTOINCREMENT,
       id TEXT NOT NULL UNIQUE,
       account TEXT NOT NULL,
       plan TEXT NOT NULL,
       asked_at INTEGER NOT NULL,
       spot TEXT NOT NULL,
       hangs INTEGER NOT NULL DEFAULT 1,
       offered_at INTEGER NOT NULL,
       sold INTEGER NOT NULL DEFAULT 0,
       split TEXT,
       collection TEXT,
       token TEXT
     ) STRICT;
     CREATE UNIQUE INDEX works_spots ON works (spot) WHERE hangs = 1;
     CREATE INDEX works_accounts ON works (account, asked_at);
     CREATE INDEX works_collections ON works (collection);`,
  ],
};

/** What a work is on the chain, once it is its maker's. */
export interface MadeWork {
  readonly split: Address;
  readonly collection: Address;
  readonly tokenId: bigint;
}

/** A person's work. Times are Unix milliseconds. */
export interface KeptWork {
  readonly id: Bytes32;
  /** Whose it is. */
  readonly account: Address;
  readonly plan: WorkPlan;
  /** Where it hangs, or hung last. */
  readonly spot: string;
  /** When it could be bought the last time, or was asked for. */
  readonly offeredAt: number;
  readonly isSold: boolean;
  /** Absent until it is its maker's. */
  readonly made?: MadeWork;
}

/** The works that people have made here. */
export interface WorkBook {
  find(id: Bytes32): KeptWork | undefined;
  /** Those on the wall, oldest first. */
  hanging(): KeptWork[];
  /** Those that were asked for since a time and are not made yet, oldest first. */
  unfinished(since: number): KeptWork[];
  /** How many were asked for since a time: by an account, and by all. */
  countSince(account: Address, since: number): { readonly own: number; readonly all: number };
  begin(work: Pick<KeptWork, "id" | "account" | "plan" | "spot">, now: number): void;
  takeDown(id: string): void;
  finish(id: Bytes32, made: MadeWork): void;
  offered(id: Bytes32, now: number): void;
  /** Notes that somebody bought a token, if it is a work. */
  sold(collection: Address, tokenId: bigint): void;
}

/** Opens the book. */
export function openWorkBook(store: WorldStore): WorkBook {
  const select = (rest: string, ...values: (string | number)[]) =>
    store.all(`SELECT * FROM works ${rest}`, ...values).map(read);
  return {
    find: (id) => select("WHERE id = ?", id)[0],
    hanging: () => select("WHERE hangs = 1 ORDER BY number"),
    unfinished: (since) =>
      select("WHERE token IS NULL AND asked_at > ? ORDER BY number LIMIT 16", since),
    countSince(account, since) {
      const row = store.get(
        "SELECT count(*) AS all_of_it, count(CASE WHEN account = ? THEN 1 END) AS own FROM works WHERE asked_at > ?",
        account,
        since,
      );
      return { own: Number(row?.own ?? 0), all: Number(row?.all_of_it ?? 0) };
    },
    begin({ id, account, plan, spot }, now) {
      store.run(
        "INSERT INTO works (id, account, plan, asked_at, spot, offered_at) VALUES (?, ?, ?, ?, ?, ?)",
        ...[id, account, JSON.stringify(plan), now, spot, now],
      );
    },
    takeDown(id) {
      store.run("UPDATE works SET hangs = 0 WHERE id = ?", id);
    },
    finish(id, { split, collection, tokenId }) {
      store.run(
        "UPDATE works SET split = ?, collection = ?, token = ? WHERE id = ?",
        ...[split, collection, String(tokenId), id],
      );
    },
    offered(id, now) {
      store.run("UPDATE works SET offered_at = ? WHERE id = ?", now, id);
    },
    sold(collection, tokenId) {
      store.run(
        "UPDATE works SET sold = 1 WHERE collection = ? AND token = ?",
        ...[collection, String(tokenId)],
      );
    },
  };
}

const read = (row: Row): KeptWork => ({
  id: String(row.id) as Bytes32,
  account: address(row.account),
  plan: JSON.parse(String(row.plan)),
  spot: String(row.spot),
  offeredAt: Number(row.offered_at),
  isSold: row.sold === 1,
  ...(row.token === null
    ? {}
    : {
        made: {
          split: address(row.split),
          collection: address(row.collection),
          tokenId: BigInt(String(row.token)),
        },
      }),
});
