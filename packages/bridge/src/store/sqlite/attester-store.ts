import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { GuardAnswer } from "../../ports/store.ts";
import type { Database } from "./database.ts";
import { number, word } from "./rows.ts";

export function lastReserved(db: Database, laneId: Bytes32, anchor: number): number {
  const row = db.get(
    "SELECT sequence FROM guard WHERE lane = ? AND anchor = ? ORDER BY sequence DESC LIMIT 1",
    laneId,
    anchor,
  );
  return row === undefined ? 0 : number(row, "sequence");
}

/**
 * Checkpoints that the guard does not hold as signed, of the lane's current anchor. A place that is bound
 * to another head is among them: it must be noticed.
 */
export function unsigned(
  db: Database,
  laneId: Bytes32,
  above: number,
  limit: number,
): Checkpoint[] {
  return db
    .all(
      `SELECT c.anchor, c.sequence, c.head FROM checkpoint c JOIN lane l ON l.id = c.lane AND l.anchor = c.anchor
       LEFT JOIN guard g ON g.lane = c.lane AND g.anchor = c.anchor AND g.sequence = c.sequence AND g.head = c.head
       WHERE c.lane = ? AND c.sequence > ? AND coalesce(g.signed, 0) = 0 ORDER BY c.sequence LIMIT ?`,
      laneId,
      above,
      limit,
    )
    .map((row) => ({
      laneId,
      anchor: number(row, "anchor"),
      sequence: number(row, "sequence"),
      head: word(row, "head"),
    }));
}

/** Binds places to heads. A row is never changed, so the first head stays for ever. */
export function reserve(db: Database, checkpoints: readonly Checkpoint[]): GuardAnswer[] {
  return db.transaction(() =>
    checkpoints.map(({ laneId, anchor, sequence, head }) => {
      db.run(
        "INSERT OR IGNORE INTO guard (lane, anchor, sequence, head) VALUES (?, ?, ?, ?)",
        laneId,
        anchor,
        sequence,
        head,
      );
      const row = db.get(
        "SELECT head FROM guard WHERE lane = ? AND anchor = ? AND sequence = ?",
        laneId,
        anchor,
        sequence,
      );
      const bound = row === undefined ? head : word(row, "head");
      return bound === head ? { free: true } : { free: false, head: bound };
    }),
  );
}

/** Notes that the signatures of reserved places exist. */
export function markSigned(db: Database, checkpoints: readonly Checkpoint[]): void {
  for (const { laneId, anchor, sequence, head } of checkpoints) {
    db.run(
      "UPDATE guard SET signed = 1 WHERE lane = ? AND anchor = ? AND sequence = ? AND head = ?",
      laneId,
      anchor,
      sequence,
      head,
    );
  }
}
