import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { GuardAnswer } from "../../ports/attester-store.ts";
import { inRuns, insertSql } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { number, word } from "./rows.ts";

export async function lastReserved(
  db: SqlSession,
  laneId: Bytes32,
  anchor: number,
): Promise<number> {
  const row = await db.get(
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
export async function unsigned(
  db: SqlSession,
  laneId: Bytes32,
  above: number,
  limit: number,
): Promise<Checkpoint[]> {
  return (
    await db.all(
      `SELECT c.anchor, c.sequence, c.head FROM checkpoint c JOIN lane l ON l.id = c.lane AND l.anchor = c.anchor
       LEFT JOIN guard g ON g.lane = c.lane AND g.anchor = c.anchor AND g.sequence = c.sequence AND g.head = c.head
       WHERE c.lane = ? AND c.sequence > ? AND coalesce(g.signed, 0) = 0 ORDER BY c.sequence LIMIT ?`,
      laneId,
      above,
      limit,
    )
  ).map((row) => ({
    laneId,
    anchor: number(row, "anchor"),
    sequence: number(row, "sequence"),
    head: word(row, "head"),
  }));
}

/** Binds places to heads. A row is never changed, so the first head stays for ever. */
export async function reserve(
  db: SqlSession,
  checkpoints: readonly Checkpoint[],
): Promise<GuardAnswer[]> {
  const bound = new Map<string, Bytes32>();
  for (const run of inRuns(firstOfEach(checkpoints))) {
    const rows = run.map(({ laneId, anchor, sequence, head }) => [laneId, anchor, sequence, head]);
    const into = "guard (lane, anchor, sequence, head)";
    await db.run(insertSql(into, rows, "ON CONFLICT DO NOTHING"), ...rows.flat());
    const places = run.map(() => "(lane = ? AND anchor = ? AND sequence = ?)").join(" OR ");
    const values = run.flatMap(({ laneId, anchor, sequence }) => [laneId, anchor, sequence]);
    for (const row of await db.all(`SELECT * FROM guard WHERE ${places}`, ...values)) {
      const [lane, anchor, sequence] = [word(row, "lane"), row.anchor, row.sequence];
      bound.set([lane, anchor, sequence].join("/"), word(row, "head"));
    }
  }
  return checkpoints.map((checkpoint) => {
    const head = bound.get(placeOf(checkpoint));
    if (head === undefined) throw new TypeError("a place that was just bound is not");
    return head === checkpoint.head ? { free: true } : { free: false, head };
  });
}

const placeOf = ({ laneId, anchor, sequence }: Checkpoint): string =>
  [laneId, anchor, sequence].join("/");

/** Of several checkpoints for one place, the first is the one that binds it. */
function firstOfEach(checkpoints: readonly Checkpoint[]): Checkpoint[] {
  const first = new Map<string, Checkpoint>();
  for (const checkpoint of checkpoints) {
    if (!first.has(placeOf(checkpoint))) first.set(placeOf(checkpoint), checkpoint);
  }
  return [...first.values()];
}

/** Notes that the signatures of reserved places exist. */
export async function markSigned(
  db: SqlSession,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  for (const run of inRuns(checkpoints)) {
    const places = run.map(() => "(lane = ? AND anchor = ? AND sequence = ? AND head = ?)");
    await db.run(
      `UPDATE guard SET signed = 1 WHERE ${places.join(" OR ")}`,
      ...run.flatMap(({ laneId, anchor, sequence, head }) => [laneId, anchor, sequence, head]),
    );
  }
}
