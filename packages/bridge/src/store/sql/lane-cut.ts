import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneCut } from "../../domain/cut.ts";
import type { SqlSession } from "./database.ts";
import { finalTipAt, readLane } from "./lanes.ts";
import { isReadThrough } from "./read-through.ts";
import { number } from "./rows.ts";

/** The heights of a lane's two ends, above which nothing counts. */
export interface LaneHeights {
  origin: number;
  destination: number;
}

/** How far both ends of a lane are at two heights; undefined while one of them is not read. */
export async function laneCut(
  db: SqlSession,
  laneId: Bytes32,
  at: LaneHeights,
): Promise<(LaneCut & { head: Bytes32 }) | undefined> {
  const lane = await readLane(db, laneId);
  if (lane === undefined) return undefined;
  const isRead =
    (await isReadThrough(db, lane.originChain, at.origin)) &&
    (await isReadThrough(db, lane.destinationChain, at.destination));
  if (!isRead) return undefined;
  const { count: sent, head } = await finalTipAt(db, laneId, at.origin);
  const unknown = await db.get(
    `SELECT count(*) AS claims FROM claimed c WHERE c.lane = ? AND c.final = 1 AND c.block <= ? AND NOT EXISTS (
       SELECT 1 FROM message m WHERE m.lane = c.lane AND m.id = c.id AND m.final = 1 AND m.block BETWEEN 0 AND ?)`,
    laneId,
    at.destination,
    at.origin,
  );
  const consumed = await consumedAt(db, laneId, at.destination);
  const unknownClaims = number(unknown ?? {}, "claims");
  const ahead = consumed > sent || unknownClaims > 0;
  return {
    laneId,
    sent,
    head,
    consumed,
    unknownClaims,
    ...(ahead ? await aheadSince(db, laneId, sent, at) : {}),
    ...(await otherMessage(db, laneId, at)),
  };
}

/** When the destination first consumed what is not on the origin's side. */
async function aheadSince(
  db: SqlSession,
  laneId: Bytes32,
  sent: number,
  at: LaneHeights,
): Promise<Pick<LaneCut, "aheadSince">> {
  const row = await db.get(
    `SELECT min(t.time) AS time FROM (
       SELECT time FROM delivery WHERE lane = ? AND final = 1 AND block <= ? AND last > ?
       UNION ALL SELECT c.time FROM claimed c WHERE c.lane = ? AND c.final = 1 AND c.block <= ? AND NOT EXISTS (
         SELECT 1 FROM message m WHERE m.lane = c.lane AND m.id = c.id AND m.final = 1 AND m.block BETWEEN 0 AND ?)) t`,
    laneId,
    at.destination,
    sent,
    laneId,
    at.destination,
    at.origin,
  );
  return row === undefined || row.time === null ? {} : { aheadSince: number(row, "time") };
}

/** Where the destination's head is not what the origin's messages lead to. */
async function otherMessage(
  db: SqlSession,
  laneId: Bytes32,
  at: LaneHeights,
): Promise<Pick<LaneCut, "otherMessageAt">> {
  const row = await db.get(
    `SELECT d.last FROM delivery d JOIN message m ON m.lane = d.lane AND m.sequence = d.last
     WHERE d.lane = ? AND d.final = 1 AND d.block <= ? AND m.final = 1 AND m.block BETWEEN 0 AND ? AND m.id <> d.head
     ORDER BY d.last LIMIT 1`,
    laneId,
    at.destination,
    at.origin,
  );
  return row === undefined ? {} : { otherMessageAt: number(row, "last") };
}

/** The last sequence that final blocks of the destination have consumed, at a height of it. */
export async function consumedAt(db: SqlSession, laneId: Bytes32, block: number): Promise<number> {
  const row = await db.get(
    "SELECT last FROM delivery WHERE lane = ? AND final = 1 AND block <= ? ORDER BY last DESC LIMIT 1",
    laneId,
    block,
  );
  return row === undefined ? 0 : number(row, "last");
}
