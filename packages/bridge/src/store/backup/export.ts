import { createHash } from "node:crypto";
import { marks } from "../sql/batch.ts";
import type { SqlDatabase, SqlSession } from "../sql/database.ts";
import { MIGRATIONS } from "../sql/migrations/index.ts";
import { readTables, type Table } from "./catalog.ts";
import { type Header, toJson } from "./format.ts";

/** Rows held in memory at once. */
const PAGE = 256;

/**
 * Writes everything that a database holds, as lines of JSON, on one unchanging state of it.
 *
 * @param write - takes a piece of text; resolves when there is room for the next
 * @returns how many rows were written
 */
export function exportDatabase(
  db: SqlDatabase,
  whose: Pick<Header, "zoneId" | "partner">,
  write: (text: string) => Promise<void>,
): Promise<number> {
  return db.snapshot(async (session) => {
    const hash = createHash("sha256");
    const line = async (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      await write(text);
    };
    await line({ schema: "ryugu-node-export/1", ...whose, version: MIGRATIONS.length });
    let rows = 0;
    for (const table of await readTables(session)) {
      await line({ table: table.name, columns: table.columns });
      for await (const row of rowsOf(session, table)) {
        await line(row);
        rows += 1;
      }
    }
    await line({ rows, sha256: hash.copy().digest("hex") });
    return rows;
  });
}

/** A table's rows by its key, page by page: each page goes on after the last row of the one before. */
async function* rowsOf(
  db: SqlSession,
  { name, columns, key }: Table,
): AsyncGenerator<readonly unknown[]> {
  const order = key.join(", ");
  const select = `SELECT ${columns.join(", ")} FROM ${name}`;
  let last: (string | number)[] | undefined;
  for (;;) {
    const where = last === undefined ? "" : `WHERE (${order}) > (${marks(key.length)})`;
    const page = await db.all(
      `${select} ${where} ORDER BY ${order} LIMIT ?`,
      ...(last ?? []),
      PAGE,
    );
    for (const row of page) yield columns.map((column) => toJson(row[column]));
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    last = key.map((column) => end[column] as string | number);
  }
}
