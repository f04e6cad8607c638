import type { ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog, LaneReAnchoredLog } from "../../domain/gateway-log.ts";
import type { LogPosition } from "../../domain/position.ts";
import { inRuns, insertSql } from "./batch.ts";
import type { SqlSession, SqlValue } from "./database.ts";
import { addEvents, addEventsBetween } from "./events.ts";
import { reanchor } from "./reanchor.ts";

/** 1 for what stands in a final block, as it is stored. */
export type FinalFlag = 0 | 1;

/** Where what happened on destinations is kept. */
export const ARRIVAL_TABLES = ["delivery", "parked", "claimed", "retried", "ended"] as const;

interface ArrivalRow {
  table: (typeof ARRIVAL_TABLES)[number];
  key: Record<string, SqlValue>;
  rest: Record<string, SqlValue>;
}

/** What a lane's destination says of messages, rather than of the lane. */
type MessageArrival = Exclude<ArrivalLog, LaneReAnchoredLog>;

/**
 * Writes what happened on lanes' destinations, in its order; what was seen becomes final in place. A re-anchoring counts
 * only when it is final.
 */
export async function writeArrivals(
  db: SqlSession,
  chain: ChainId,
  logs: readonly ArrivalLog[],
  final: FinalFlag,
): Promise<void> {
  let before: MessageArrival[] = [];
  for (const log of logs) {
    if (log.type !== "reanchored") before.push(log);
    else if (final === 1) {
      await writeMessageArrivals(db, chain, before, final);
      before = [];
      await reanchor(db, log);
    }
  }
  await writeMessageArrivals(db, chain, before, final);
}

async function writeMessageArrivals(
  db: SqlSession,
  chain: ChainId,
  logs: readonly MessageArrival[],
  final: FinalFlag,
): Promise<void> {
  const tables = Map.groupBy(
    logs.map((log) => {
      const row = toRow(log);
      return { ...row, rest: { ...row.rest, ...toColumns(log.at), chain, final } };
    }),
    ({ table }) => table,
  );
  for (const [table, rows] of tables) await upsert(db, table, lastOfEach(rows));
  for (const log of logs) {
    if (log.type === "delivered") await addEventsBetween(db, log.laneId, log.first, log.last);
  }
  const single = logs.flatMap((log) => (log.type === "delivered" ? [] : [log.messageId]));
  await addEvents(db, single);
}

/** One statement may not write a row twice: of several that say something about one key the last stays. */
function lastOfEach(rows: readonly ArrivalRow[]): ArrivalRow[] {
  return [...new Map(rows.map((row) => [Object.values(row.key).join("/"), row])).values()];
}

async function upsert(db: SqlSession, table: string, rows: readonly ArrivalRow[]): Promise<void> {
  for (const run of inRuns(rows)) {
    const [{ key, rest } = { key: {}, rest: {} }] = run;
    const kept = Object.keys(rest).map((column) => `${column} = excluded.${column}`);
    const values = run.map((row) => [...Object.values(row.key), ...Object.values(row.rest)]);
    const into = `${table} (${[...Object.keys(key), ...Object.keys(rest)].join(", ")})`;
    const tail = `ON CONFLICT (${Object.keys(key).join(", ")}) DO UPDATE SET ${kept.join(", ")}
      WHERE excluded.final >= ${table}.final`;
    await db.run(insertSql(into, values, tail), ...values.flat());
  }
}

function toRow(log: MessageArrival): ArrivalRow {
  const { laneId: lane } = log;
  switch (log.type) {
    case "delivered": {
      const { first, last, head } = log;
      return { table: "delivery", key: { lane, last }, rest: { first, head } };
    }
    case "parked": {
      const { messageId: id, sequence, reason } = log;
      return { table: "parked", key: { id }, rest: { lane, sequence, reason } };
    }
    case "claimed": {
      const { messageId: id, sequence } = log;
      return { table: "claimed", key: { id }, rest: { lane, sequence } };
    }
    case "retried": {
      const { messageId: id, recipient = null } = log;
      return { table: "retried", key: { id }, rest: { lane, recipient } };
    }
    case "returned": {
      const { messageId: id, returnId: return_id } = log;
      return { table: "ended", key: { id }, rest: { lane, return_id } };
    }
  }
}

const toColumns = (at: LogPosition): Record<string, SqlValue> => ({
  block: at.block,
  block_hash: at.blockHash,
  time: at.time,
  tx: at.transaction,
  log_index: at.logIndex,
});
