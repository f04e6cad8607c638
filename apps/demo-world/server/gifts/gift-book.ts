import type { Address } from "@ryugu/sdk/primitives";
import type { StoreModule, WorldStore } from "../store/world-store.ts";

/** Who took which gift. */
export const GIFT_TABLES: StoreModule = {
  name: "gifts",
  migrations: [
    `CREATE TABLE gifts_taken (
       account TEXT PRIMARY KEY,
       kind TEXT NOT NULL,
       token TEXT
     ) STRICT;`,
  ],
};

/** A person's one gift. */
export interface TakenGift {
  readonly kind: string;
  /** Absent until it is minted. */
  readonly token?: bigint;
}

/** Who took which gift: one for each account. */
export interface GiftBook {
  find(account: Address): TakenGift | undefined;
  /** Notes a choice, unless the account has one; answers the one that counts. */
  choose(account: Address, kind: string): TakenGift;
  minted(account: Address, token: bigint): void;
  /** Takes a choice back for which nothing was signed. */
  release(account: Address): void;
}

/** Opens the book. */
export function openGiftBook(store: WorldStore): GiftBook {
  const find = (account: Address): TakenGift | undefined => {
    const row = store.get("SELECT kind, token FROM gifts_taken WHERE account = ?", account);
    if (row === undefined) return undefined;
    const token = row.token === null ? {} : { token: BigInt(String(row.token)) };
    return { kind: String(row.kind), ...token };
  };
  return {
    find,
    choose(account, kind) {
      store.run("INSERT OR IGNORE INTO gifts_taken (account, kind) VALUES (?, ?)", account, kind);
      return find(account) ?? { kind };
    },
    minted(account, token) {
      store.run("UPDATE gifts_taken SET token = ? WHERE account = ?", String(token), account);
    },
    release(account) {
      store.run("DELETE FROM gifts_taken WHERE account = ? AND token IS NULL", account);
    },
  };
}
