import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { TransferEvent } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { number, word } from "./rows.ts";

/** How many changes are kept for those who reconnect. */
const KEPT = 100_000;
const PRUNE_EVERY = 1_000;

/** Notes that a transfer's status may have changed. */
export function addEvent(db: Database, messageId: Bytes32): void {
  db.run("INSERT INTO event (message) VALUES (?)", messageId);
}

/** Notes a change of every message of a lane between two sequences, both included. */
export function addEvents(db: Database, laneId: Bytes32, first: number, last: number): void {
  db.run(
    "INSERT INTO event (message) SELECT id FROM message WHERE lane = ? AND sequence BETWEEN ? AND ? ORDER BY sequence",
    laneId,
    first,
    last,
  );
}

/** Drops the oldest changes now and then. */
export function pruneEvents(db: Database): void {
  const last = lastEvent(db);
  if (last % PRUNE_EVERY < PRUNE_EVERY / 10) db.run("DELETE FROM event WHERE id <= ?", last - KEPT);
}

export function lastEvent(db: Database): number {
  return Number(db.get("SELECT id FROM event ORDER BY id DESC LIMIT 1")?.id ?? 0);
}

export function readEvents(
  db: Database,
  after: number,
  limit: number,
  messageId?: Hex,
): TransferEvent[] {
  const rows =
    messageId === undefined
      ? db.all("SELECT id, message FROM event WHERE id > ? ORDER BY id LIMIT ?", after, limit)
      : db.all(
          "SELECT id, message FROM event WHERE message = ? AND id > ? ORDER BY id LIMIT ?",
          messageId,
          after,
          limit,
        );
  return rows.map((row) => ({ id: number(row, "id"), messageId: word(row, "message") }));
}
