import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "../../domain/lane-log.ts";
import { StoreConflictError } from "../errors.ts";
import { ARRIVAL_TABLES, type FinalFlag } from "./arrivals.ts";
import { inRuns, marks } from "./batch.ts";
import type { Row, SqlSession } from "./database.ts";
import { addEvents } from "./events.ts";
import { insertMessages } from "./insert-messages.ts";
import { number, text } from "./rows.ts";

/**
 * Writes messages in their places, or confirms them.
 *
 * @returns whether something else had stood in one of the places as seen
 * @throws StoreConflictError when something else stands there as final
 */
export async function writeMessages(
  db: SqlSession,
  chain: ChainId,
  messages: readonly LaneMessage[],
  final: FinalFlag,
): Promise<boolean> {
  let replaced = false;
  for (const [laneId, own] of Map.groupBy(messages, (message) => message.laneId)) {
    const known = await knownPlaces(db, laneId, own);
    const wrong = own.flatMap((message) => standsWrongly(known.get(message.sequence), message));
    for (const position of wrong) await db.run("DELETE FROM message WHERE position = ?", position);
    replaced ||= wrong.length > 0;
    const right = own.filter(({ sequence, messageId }) => known.get(sequence)?.id === messageId);
    await confirm(db, right, known, final);
    await insertMessages(
      db,
      chain,
      own.filter((message) => !right.includes(message)),
      final,
    );
  }
  return replaced;
}

async function knownPlaces(
  db: SqlSession,
  laneId: Bytes32,
  messages: readonly LaneMessage[],
): Promise<Map<number, Row>> {
  const known = new Map<number, Row>();
  for (const run of inRuns(messages)) {
    const rows = await db.all(
      `SELECT position, sequence, id, block, block_hash, tx, log_index, final FROM message
       WHERE lane = ? AND sequence IN (${marks(run.length)})`,
      laneId,
      ...run.map(({ sequence }) => sequence),
    );
    for (const row of rows) known.set(number(row, "sequence"), row);
  }
  return known;
}

/** The position of another message that stands in a message's place as seen. */
function standsWrongly(known: Row | undefined, message: LaneMessage): number[] {
  if (known === undefined || text(known, "id") === message.messageId) return [];
  if (known.final !== 1) return [number(known, "position")];
  throw new StoreConflictError("Another message stands at this sequence as final.", {
    details: [`Lane: ${message.laneId}`, `Sequence: ${message.sequence}`],
  });
}

/** What stands in its place already may have moved to another block, and may be final now. */
async function confirm(
  db: SqlSession,
  messages: readonly LaneMessage[],
  known: ReadonlyMap<number, Row>,
  final: FinalFlag,
): Promise<void> {
  const unmoved: number[] = [];
  const news: Bytes32[] = [];
  for (const { sequence, messageId, at } of messages) {
    const row = known.get(sequence);
    if (row === undefined) continue;
    const position = number(row, "position");
    const becomesFinal = final > number(row, "final");
    if (becomesFinal) news.push(messageId);
    const stands =
      row.block === at.block &&
      row.block_hash === at.blockHash &&
      row.tx === at.transaction &&
      row.log_index === at.logIndex;
    if (stands && becomesFinal) unmoved.push(position);
    if (stands) continue;
    await db.run(
      "UPDATE message SET block = ?, block_hash = ?, time = ?, tx = ?, log_index = ?, final = ? WHERE position = ?",
      at.block,
      at.blockHash,
      at.time,
      at.transaction,
      at.logIndex,
      Math.max(final, number(row, "final")),
      position,
    );
  }
  for (const run of inRuns(unmoved))
    await db.run(`UPDATE message SET final = 1 WHERE position IN (${marks(run.length)})`, ...run);
  await addEvents(db, news);
}

/** Forgets what was only seen in a chain's blocks: those above a height, or at and under it. */
export async function forgetSeen(
  db: SqlSession,
  chain: ChainId,
  side: "above" | "through",
  block: number,
): Promise<number> {
  const compare = side === "above" ? ">" : "<=";
  const seen = `chain = ? AND final = 0 AND block ${compare} ?`;
  const isAny = await db.get(
    [...ARRIVAL_TABLES, "message"]
      .map((table) => `SELECT 1 AS one WHERE EXISTS (SELECT 1 FROM ${table} WHERE ${seen})`)
      .join(" UNION ALL "),
    ...[...ARRIVAL_TABLES, "message"].flatMap(() => [chain, block]),
  );
  if (isAny === undefined) return 0;
  await db.run(
    `INSERT INTO event (message) SELECT m.id FROM delivery d JOIN message m ON m.lane = d.lane
       AND m.sequence BETWEEN d.first AND d.last WHERE d.chain = ? AND d.final = 0 AND d.block ${compare} ?`,
    chain,
    block,
  );
  for (const table of ["parked", "claimed", "retried", "ended", "message"])
    await db.run(`INSERT INTO event (message) SELECT id FROM ${table} WHERE ${seen}`, chain, block);
  for (const table of ARRIVAL_TABLES)
    await db.run(`DELETE FROM ${table} WHERE ${seen}`, chain, block);
  return db.run(`DELETE FROM message WHERE ${seen}`, chain, block);
}
