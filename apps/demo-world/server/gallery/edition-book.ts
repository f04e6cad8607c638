import { parseSignedOrder, type SignedOrder, signedOrderToJson } from "@ryugu/sdk/market";
import type { Row, StoreModule, WorldStore } from "../store/world-store.ts";

/** Every print of every work. */
export const GALLERY_TABLES: StoreModule = {
  name: "gallery",
  migrations: [
    `CREATE TABLE gallery_editions (
       work TEXT NOT NULL,
       edition INTEGER NOT NULL,
       token TEXT,
       listing TEXT,
       tries INTEGER NOT NULL DEFAULT 0,
       PRIMARY KEY (work, edition)
     ) STRICT;`,
    // What an order says is known only from the order: a market keeps none.
    `ALTER TABLE gallery_editions DROP COLUMN listing;
     ALTER TABLE gallery_editions ADD COLUMN signed_order TEXT;`,
  ],
};

/** One print of a work. */
export interface Edition {
  readonly work: string;
  /** From 1. */
  readonly edition: number;
  readonly token?: bigint;
  /** By what it is, or was, for sale. */
  readonly order?: SignedOrder;
  /** How often offering it was begun anew. */
  readonly tries: number;
}

/** The prints, as far as they were made. The newest of a work is the one that hangs. */
export interface EditionBook {
  /** The newest print of a work; the first is begun if there is none. */
  newest(work: string): Edition;
  begin(work: string, edition: number): void;
  minted(edition: Edition, token: bigint): void;
  offered(edition: Edition, order: SignedOrder): void;
  failed(edition: Edition): void;
}

/** Opens the book. */
export function openEditionBook(store: WorldStore): EditionBook {
  const begin = (work: string, edition: number) => {
    store.run(
      "INSERT OR IGNORE INTO gallery_editions (work, edition) VALUES (?, ?)",
      work,
      edition,
    );
  };
  const set = (column: string, { work, edition }: Edition, value: string) => {
    store.run(
      `UPDATE gallery_editions SET ${column} = ? WHERE work = ? AND edition = ?`,
      value,
      work,
      edition,
    );
  };
  return {
    begin,
    newest(work) {
      const find = () =>
        store.get(
          "SELECT * FROM gallery_editions WHERE work = ? ORDER BY edition DESC LIMIT 1",
          work,
        );
      const row = find();
      if (row !== undefined) return read(row);
      begin(work, 1);
      return { work, edition: 1, tries: 0 };
    },
    minted: (edition, token) => set("token", edition, String(token)),
    offered: (edition, order) =>
      set("signed_order", edition, JSON.stringify(signedOrderToJson(order))),
    failed({ work, edition }) {
      store.run(
        "UPDATE gallery_editions SET tries = tries + 1 WHERE work = ? AND edition = ?",
        work,
        edition,
      );
    },
  };
}

const read = (row: Row): Edition => ({
  work: String(row.work),
  edition: Number(row.edition),
  ...(row.token === null ? {} : { token: BigInt(String(row.token)) }),
  ...(row.signed_order === null
    ? {}
    : { order: parseSignedOrder(JSON.parse(String(row.signed_order))) }),
  tries: Number(row.tries),
});
