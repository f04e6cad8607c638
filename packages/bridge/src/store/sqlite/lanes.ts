import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { LaneHalt, LaneRoute, LaneState, LaneTip } from "../../domain/lane.ts";
import type { Database } from "./database.ts";
import { number, toLane, word } from "./rows.ts";

export function readLanes(db: Database): LaneState[] {
  return db.all("SELECT * FROM lane ORDER BY id").map(toLane);
}

export function readLane(db: Database, laneId: Bytes32): LaneState | undefined {
  const row = db.get("SELECT * FROM lane WHERE id = ?", laneId);
  return row && toLane(row);
}

export function addLanes(db: Database, routes: readonly LaneRoute[]): void {
  db.transaction(() => {
    for (const route of routes) {
      db.run(
        `INSERT INTO lane (id, origin_chain, origin_gateway, destination_chain, destination_gateway, seen_head, final_head)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
        route.laneId,
        route.originChain,
        route.originGateway,
        route.destinationChain,
        route.destinationGateway,
        route.laneId,
        route.laneId,
      );
    }
  });
}

export function haltLane(db: Database, laneId: Bytes32, halt: LaneHalt): void {
  db.run(
    "UPDATE lane SET halted = ? WHERE id = ? AND halted IS NULL",
    JSON.stringify(halt),
    laneId,
  );
}

/** The last final message at or under a height. */
export function finalTipAt(db: Database, laneId: Bytes32, block: number): LaneTip {
  const row = db.get(
    "SELECT sequence, id FROM message WHERE lane = ? AND final = 1 AND block <= ? ORDER BY sequence DESC LIMIT 1",
    laneId,
    block,
  );
  return row === undefined
    ? { count: 0, head: laneId }
    : { count: number(row, "sequence"), head: word(row, "id") };
}

/** Brings the tips of every lane that touches a chain in line with its stored facts. */
export function refreshLanes(db: Database, chain: ChainId): void {
  for (const lane of readLanes(db)) {
    if (lane.originChain === chain) refreshOrigin(db, lane);
    if (lane.destinationChain === chain) refreshDestination(db, lane);
  }
}

function refreshOrigin(db: Database, lane: LaneState): void {
  const seen = db.get(
    "SELECT sequence, id FROM message WHERE lane = ? ORDER BY sequence DESC LIMIT 1",
    lane.laneId,
  );
  const final = finalTipAt(db, lane.laneId, Number.MAX_SAFE_INTEGER);
  db.run(
    "UPDATE lane SET seen_count = ?, seen_head = ?, final_count = ?, final_head = ? WHERE id = ?",
    seen === undefined ? 0 : number(seen, "sequence"),
    seen === undefined ? lane.laneId : word(seen, "id"),
    final.count,
    final.head,
    lane.laneId,
  );
}

function refreshDestination(db: Database, { laneId }: LaneState): void {
  const last = (sql: string) => Number(db.get(sql, laneId)?.last ?? 0);
  db.run(
    "UPDATE lane SET delivered = ?, delivered_final = ? WHERE id = ?",
    last("SELECT last FROM delivery WHERE lane = ? ORDER BY last DESC LIMIT 1"),
    last("SELECT last FROM delivery WHERE lane = ? AND final = 1 ORDER BY last DESC LIMIT 1"),
    laneId,
  );
}
