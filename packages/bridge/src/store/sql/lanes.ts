import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import { sameTip } from "../../domain/conflict.ts";
import type { LaneHalt, LaneRoute, LaneState, LaneTip } from "../../domain/lane.ts";
import { insertAll } from "./batch.ts";
import type { SqlSession } from "./database.ts";
import { number, toLane, word } from "./rows.ts";

/** A lane with the epoch of the set that its destination's gateway obeys. */
const LANE =
  "SELECT l.*, v.epoch FROM lane l LEFT JOIN validator_set v ON v.chain = l.destination_chain";

export async function readLanes(db: SqlSession): Promise<LaneState[]> {
  return (await db.all(`${LANE} ORDER BY l.id`)).map(toLane);
}

export async function readLane(db: SqlSession, laneId: Bytes32): Promise<LaneState | undefined> {
  const row = await db.get(`${LANE} WHERE l.id = ?`, laneId);
  return row && toLane(row);
}

export async function addLanes(db: SqlSession, routes: readonly LaneRoute[]): Promise<void> {
  await insertAll(
    db,
    "lane (id, origin_chain, origin_gateway, destination_chain, destination_gateway, seen_head, final_head)",
    routes.map((route) => [
      route.laneId,
      route.originChain,
      route.originGateway,
      route.destinationChain,
      route.destinationGateway,
      route.laneId,
      route.laneId,
    ]),
    "ON CONFLICT (id) DO NOTHING",
  );
}

export async function haltLane(db: SqlSession, laneId: Bytes32, halt: LaneHalt): Promise<void> {
  await db.run(
    "UPDATE lane SET halted = ? WHERE id = ? AND halted IS NULL",
    JSON.stringify(halt),
    laneId,
  );
}

/** The last final message at or under a height; those that are being read again do not count yet. */
export function finalTipAt(db: SqlSession, laneId: Bytes32, block: number): Promise<LaneTip> {
  return lastFinal(db, laneId, 0, block);
}

async function lastFinal(
  db: SqlSession,
  laneId: Bytes32,
  from: number,
  to: number,
): Promise<LaneTip> {
  const row = await db.get(
    "SELECT sequence, id FROM message WHERE lane = ? AND final = 1 AND block BETWEEN ? AND ? ORDER BY sequence DESC LIMIT 1",
    laneId,
    from,
    to,
  );
  return row === undefined
    ? { count: 0, head: laneId }
    : { count: number(row, "sequence"), head: word(row, "id") };
}

/** Brings the tips of every lane that touches a chain in line with its stored facts. */
export async function refreshLanes(db: SqlSession, chain: ChainId): Promise<void> {
  for (const lane of await readLanes(db)) {
    if (lane.originChain === chain) await refreshOrigin(db, lane);
    if (lane.destinationChain === chain) await refreshDestination(db, lane);
  }
}

async function refreshOrigin(db: SqlSession, lane: LaneState): Promise<void> {
  const { laneId } = lane;
  const newest = await db.get(
    "SELECT sequence, id FROM message WHERE lane = ? ORDER BY sequence DESC LIMIT 1",
    laneId,
  );
  const seen =
    newest === undefined
      ? { count: 0, head: laneId }
      : { count: number(newest, "sequence"), head: word(newest, "id") };
  const final = await lastFinal(db, laneId, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (sameTip(seen, lane.seen) && sameTip(final, lane.final)) return;
  await db.run(
    "UPDATE lane SET seen_count = ?, seen_head = ?, final_count = ?, final_head = ? WHERE id = ?",
    seen.count,
    seen.head,
    final.count,
    final.head,
    laneId,
  );
}

async function refreshDestination(db: SqlSession, lane: LaneState): Promise<void> {
  const { laneId } = lane;
  const last = async (sql: string) => Number((await db.get(sql, laneId))?.last ?? 0);
  const delivered = await last(
    "SELECT last FROM delivery WHERE lane = ? ORDER BY last DESC LIMIT 1",
  );
  const final = await last(
    "SELECT last FROM delivery WHERE lane = ? AND final = 1 ORDER BY last DESC LIMIT 1",
  );
  if (delivered === lane.delivered && final === lane.deliveredFinal) return;
  await db.run(
    "UPDATE lane SET delivered = ?, delivered_final = ? WHERE id = ?",
    delivered,
    final,
    laneId,
  );
}
