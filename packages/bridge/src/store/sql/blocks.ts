import type { ChainId } from "@ryugu/sdk/primitives";
import type { BlockRef } from "../../domain/position.ts";
import type { SqlSession } from "./database.ts";
import { number, word } from "./rows.ts";

/** Blocks above the last final one that facts or readings stand on, newest first. */
export function seenBlocks(db: SqlSession, chain: ChainId): Promise<BlockRef[]> {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 0 ORDER BY number DESC",
    chain,
  );
}

/** Final blocks at which readings ended, newest first. */
export function finalBlocks(db: SqlSession, chain: ChainId, limit: number): Promise<BlockRef[]> {
  return blocks(
    db,
    "SELECT number, hash FROM block WHERE chain = ? AND final = 1 ORDER BY number DESC LIMIT ?",
    chain,
    limit,
  );
}

async function blocks(
  db: SqlSession,
  sql: string,
  ...values: (string | number)[]
): Promise<BlockRef[]> {
  const rows = await db.all(sql, ...values);
  return rows.map((row) => ({ number: number(row, "number"), hash: word(row, "hash") }));
}
