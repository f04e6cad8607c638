import {
  orderHash,
  parseSignedOrder,
  type SignedOrder,
  type SignedOrderJson,
  signedOrderToJson,
} from "@ryugu/sdk/market";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";

/** What people sell: one order for each token. */
export const ORDER_TABLES: StoreModule = {
  name: "orders",
  migrations: [
    `CREATE TABLE orders_board (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       hash TEXT NOT NULL UNIQUE,
       collection TEXT NOT NULL,
       token TEXT NOT NULL,
       seller TEXT NOT NULL,
       valid_before INTEGER NOT NULL,
       signed_order TEXT NOT NULL,
       looked_at INTEGER NOT NULL,
       UNIQUE (collection, token)
     ) STRICT;
     CREATE INDEX orders_sellers ON orders_board (seller);`,
  ],
};

/** How many orders stand on the board, and of whom. */
export interface OrderCounts {
  readonly ofSeller: number;
  readonly ofAll: number;
  /** Who has the most, and how many. */
  readonly most: { readonly seller: string; readonly count: number } | undefined;
}

/** The orders on the board. Times are Unix milliseconds, but for those in orders. */
export interface OrderBook {
  find(hash: Bytes32): SignedOrder | undefined;
  ofToken(collection: Address, tokenId: bigint): SignedOrder | undefined;
  /** Those that still count, newest first, as they travel. */
  list(now: number): SignedOrderJson[];
  count(seller: Address): OrderCounts;
  insert(order: SignedOrder, now: number): void;
  remove(hash: Bytes32): void;
  /** Takes down what stands for a token. */
  removeOfToken(collection: Address, tokenId: bigint): void;
  /** Takes down a seller's oldest. */
  removeOldestOf(seller: string): void;
  /** The orders that the chain was asked about the longest ago. */
  longestUnseen(count: number): SignedOrder[];
  seen(hash: Bytes32, now: number): void;
}

const SECOND = 1_000;

/** Opens the book. */
export function openOrderBook(store: WorldStore): OrderBook {
  const select = (rest: string, ...values: (string | number)[]) =>
    store.all(`SELECT signed_order FROM orders_board ${rest}`, ...values).map(read);
  return {
    find: (hash) => select("WHERE hash = ?", hash)[0],
    ofToken: (collection, tokenId) =>
      select("WHERE collection = ? AND token = ?", collection, String(tokenId))[0],
    list: (now) =>
      store
        .all(
          "SELECT signed_order FROM orders_board WHERE valid_before > ? ORDER BY id DESC",
          Math.floor(now / SECOND),
        )
        .map(({ signed_order }) => JSON.parse(String(signed_order))),
    count(seller) {
      const of = (rest: string, ...values: string[]) =>
        store.get(`SELECT seller, count(*) AS n FROM orders_board ${rest}`, ...values);
      const most = of("GROUP BY seller ORDER BY n DESC LIMIT 1");
      return {
        ofSeller: Number(of("WHERE seller = ?", seller)?.n ?? 0),
        ofAll: Number(of("")?.n ?? 0),
        most:
          most === undefined ? undefined : { seller: String(most.seller), count: Number(most.n) },
      };
    },
    insert(order, now) {
      store.run(
        `INSERT INTO orders_board (hash, collection, token, seller, valid_before, signed_order, looked_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        orderHash(order),
        order.collection,
        String(order.tokenId),
        order.seller,
        order.validBefore,
        JSON.stringify(signedOrderToJson(order)),
        now,
      );
    },
    remove(hash) {
      store.run("DELETE FROM orders_board WHERE hash = ?", hash);
    },
    removeOfToken(collection, tokenId) {
      store.run(
        "DELETE FROM orders_board WHERE collection = ? AND token = ?",
        collection,
        String(tokenId),
      );
    },
    removeOldestOf(seller) {
      store.run(
        "DELETE FROM orders_board WHERE id = (SELECT min(id) FROM orders_board WHERE seller = ?)",
        seller,
      );
    },
    longestUnseen: (count) => select("ORDER BY looked_at, id LIMIT ?", count),
    seen(hash, now) {
      store.run("UPDATE orders_board SET looked_at = ? WHERE hash = ?", now, hash);
    },
  };
}

const read = ({ signed_order }: Row): SignedOrder =>
  parseSignedOrder(JSON.parse(String(signed_order)));
