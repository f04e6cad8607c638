import type { SQLInputValue } from "node:sqlite";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog } from "../../domain/gateway-log.ts";
import type { LogPosition } from "../../domain/position.ts";
import type { Database } from "./database.ts";
import { addEvent, addEvents } from "./events.ts";

/** 1 for what stands in a final block, as it is stored. */
export type FinalFlag = 0 | 1;

/** Where what happened on destinations is kept. */
export const ARRIVAL_TABLES = ["delivery", "parked", "claimed", "retried", "ended"] as const;

interface ArrivalRow {
  table: (typeof ARRIVAL_TABLES)[number];
  key: Record<string, SQLInputValue>;
  rest: Record<string, SQLInputValue>;
}

/** Writes what happened to a message on its lane's destination; what was seen becomes final in place. */
export function writeArrival(
  db: Database,
  chain: ChainId,
  log: ArrivalLog,
  final: FinalFlag,
): void {
  const { table, key, rest } = toRow(log);
  const values = { ...rest, ...toColumns(log.at), chain, final };
  const columns = [...Object.keys(key), ...Object.keys(values)];
  const kept = Object.keys(values).map((column) => `${column} = excluded.${column}`);
  db.run(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})
     ON CONFLICT (${Object.keys(key).join(", ")}) DO UPDATE SET ${kept.join(", ")}
     WHERE excluded.final >= ${table}.final`,
    ...Object.values(key),
    ...Object.values(values),
  );
  if (log.type === "delivered") addEvents(db, log.laneId, log.first, log.last);
  else addEvent(db, log.messageId);
}

function toRow(log: ArrivalLog): ArrivalRow {
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

const toColumns = (at: LogPosition): Record<string, SQLInputValue> => ({
  block: at.block,
  block_hash: at.blockHash,
  time: at.time,
  tx: at.transaction,
  log_index: at.logIndex,
});
