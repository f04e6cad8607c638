import type { SqlSession, SqlValue } from "./database.ts";

/** Rows written with one statement. Powers of two keep the number of different statements small. */
const MOST_ROWS = 64;

/**
 * Splits a list into runs of 64, 32, … 1, so that statements made for many rows are of few lengths and stay prepared.
 */
export function inRuns<T>(items: readonly T[]): T[][] {
  const runs: T[][] = [];
  let size = MOST_ROWS;
  for (let at = 0; at < items.length; at += size) {
    while (size > items.length - at) size /= 2;
    runs.push(items.slice(at, at + size));
  }
  return runs;
}

/** `?, ?, ?` for so many values. */
export const marks = (count: number): string => new Array(count).fill("?").join(", ");

/** Inserts rows, many with each statement. `tail` follows the values; gives how many rows were written. */
export async function insertAll(
  db: SqlSession,
  into: string,
  rows: readonly (readonly SqlValue[])[],
  tail = "",
): Promise<number> {
  let written = 0;
  for (const run of inRuns(rows)) {
    written += await db.run(insertSql(into, run, tail), ...run.flat());
  }
  return written;
}

/** The statement that inserts so many rows. */
export function insertSql(
  into: string,
  rows: readonly (readonly SqlValue[])[],
  tail: string,
): string {
  const values = rows.map((row) => `(${marks(row.length)})`).join(", ");
  return `INSERT INTO ${into} VALUES ${values} ${tail}`;
}
