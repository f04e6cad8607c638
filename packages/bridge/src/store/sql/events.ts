import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { TransferEvent } from "../../ports/api-store.ts";
import { insertAll } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { number, word } from "./rows.ts";

/** How many changes are kept for those who reconnect. */
const KEPT = 100_000;
const PRUNE_EVERY = 1_000;

/** Notes that transfers' status may have changed. */
export async function addEvents(db: SqlSession, messageIds: readonly Bytes32[]): Promise<void> {
  await insertAll(
    db,
    "event (message)",
    messageIds.map((id) => [id]),
  );
}

/** Notes a change of every message of a lane between two sequences, both included. */
export async function addEventsBetween(
  db: SqlSession,
  laneId: Bytes32,
  first: number,
  last: number,
): Promise<void> {
  await db.run(
    "INSERT INTO event (message) SELECT id FROM message WHERE lane = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
    laneId,
    first,
    last,
  );
}

/** Drops the oldest changes now and then. */
export async function pruneEvents(db: SqlSession): Promise<void> {
  const last = await lastEvent(db);
  if (last % PRUNE_EVERY < PRUNE_EVERY / 10)
    await db.run("DELETE FROM event WHERE id <= ?", last - KEPT);
}

export async function firstEvent(db: SqlSession): Promise<number> {
  return Number((await db.get("SELECT id FROM event ORDER BY id LIMIT 1"))?.id ?? 0);
}

export async function lastEvent(db: SqlSession): Promise<number> {
  return Number((await db.get("SELECT id FROM event ORDER BY id DESC LIMIT 1"))?.id ?? 0);
}

export async function readEvents(
  db: SqlSession,
  after: number,
  limit: number,
  messageId?: Hex,
): Promise<TransferEvent[]> {
  const rows =
    messageId === undefined
      ? await db.all("SELECT id, message FROM event WHERE id > ? ORDER BY id LIMIT ?", after, limit)
      : await db.all(
          "SELECT id, message FROM event WHERE message = ? AND id > ? ORDER BY id LIMIT ?",
          messageId,
          after,
          limit,
        );
  return rows.map((row) => ({ id: number(row, "id"), messageId: word(row, "message") }));
}
