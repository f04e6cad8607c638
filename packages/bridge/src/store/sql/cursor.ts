import type { ChainId } from "@ryugu/sdk/primitives";
import type { ChainCursor } from "../../domain/position.ts";
import type { SqlSession } from "./database.ts";
import { number, word } from "./rows.ts";

/** How far a chain was read; undefined for one that was not begun. */
export async function readCursor(db: SqlSession, chain: ChainId): Promise<ChainCursor | undefined> {
  const row = await db.get("SELECT * FROM chain WHERE id = ?", chain);
  return (
    row && {
      chain,
      final: { number: number(row, "final_number"), hash: word(row, "final_hash") },
      seen: { number: number(row, "seen_number"), hash: word(row, "seen_hash") },
      latest: {
        number: number(row, "latest_number"),
        hash: word(row, "latest_hash"),
        time: number(row, "latest_time"),
      },
    }
  );
}

/** Writes how far a chain was read. */
export async function writeCursor(
  db: SqlSession,
  { chain, final, seen, latest }: ChainCursor,
): Promise<void> {
  await db.run(
    `INSERT INTO chain (id, final_number, final_hash, seen_number, seen_hash, latest_number, latest_hash, latest_time)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET final_number = excluded.final_number, final_hash = excluded.final_hash,
       seen_number = excluded.seen_number, seen_hash = excluded.seen_hash, latest_number = excluded.latest_number,
       latest_hash = excluded.latest_hash, latest_time = excluded.latest_time`,
    chain,
    final.number,
    final.hash,
    seen.number,
    seen.hash,
    latest.number,
    latest.hash,
    latest.time,
  );
}

/** Sets where the reading of a new chain begins. */
export async function begin(db: SqlSession, cursor: ChainCursor): Promise<void> {
  if ((await readCursor(db, cursor.chain)) === undefined) await writeCursor(db, cursor);
}
