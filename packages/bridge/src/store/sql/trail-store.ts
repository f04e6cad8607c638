import type { TrailEntry } from "../../ports/trail-store.ts";
import type { SqlSession } from "./database.ts";
import { number, text } from "./rows.ts";

/** How many entries are kept. */
const KEPT = 100_000;
const PRUNE_EVERY = 1_000;

/** Notes what happened; the oldest entries are dropped now and then. */
export async function addTrail(db: SqlSession, entry: Omit<TrailEntry, "id">): Promise<void> {
  const row = await db.get(
    "INSERT INTO trail (time, type, detail) VALUES (?, ?, ?) RETURNING id",
    entry.time,
    entry.type,
    JSON.stringify(entry.detail),
  );
  const id = row === undefined ? 0 : number(row, "id");
  if (id % PRUNE_EVERY === 0) await db.run("DELETE FROM trail WHERE id <= ?", id - KEPT);
}

export async function readTrail(
  db: SqlSession,
  after: number,
  limit: number,
): Promise<TrailEntry[]> {
  const rows = await db.all(
    "SELECT id, time, type, detail FROM trail WHERE id > ? ORDER BY id LIMIT ?",
    after,
    limit,
  );
  return rows.map((row) => ({
    id: number(row, "id"),
    time: number(row, "time"),
    type: text(row, "type"),
    detail: JSON.parse(text(row, "detail")) as TrailEntry["detail"],
  }));
}
