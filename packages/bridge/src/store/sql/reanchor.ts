import type { LaneReAnchoredLog } from "../../domain/gateway-log.ts";
import type { SqlSession } from "./database.ts";
import { addEventsBetween } from "./events.ts";
import { readLane, refreshLanes } from "./lanes.ts";

/**
 * Goes on from where a lane was re-anchored. Deliveries of the lost fork are taken back; its messages after the common one
 * are forgotten, so that the origin is read again, and are signed under the new anchor. Reading the same log again, as after
 * a rewind, only takes the deliveries back again.
 */
export async function reanchor(db: SqlSession, log: LaneReAnchoredLog): Promise<void> {
  const { laneId, anchor, delivered } = log;
  await takeBackDeliveries(db, log);
  const lane = await readLane(db, laneId);
  if (lane === undefined || lane.anchor >= anchor) return;
  await addEventsBetween(db, laneId, delivered + 1, lane.seen.count);
  await db.run("DELETE FROM message WHERE lane = ? AND sequence > ?", laneId, delivered);
  await db.run(
    "UPDATE lane SET anchor = ?, attested = ?, halted = NULL WHERE id = ?",
    anchor,
    delivered,
    laneId,
  );
  await refreshLanes(db, lane.originChain);
}

/** Of what was delivered before the log only what both forks share still counts. */
async function takeBackDeliveries(
  db: SqlSession,
  { laneId, delivered, at }: LaneReAnchoredLog,
): Promise<void> {
  const before = "lane = ? AND (block < ? OR (block = ? AND log_index < ?))";
  const values = [laneId, at.block, at.block, at.logIndex] as const;
  await db.run(`DELETE FROM delivery WHERE ${before} AND first > ?`, ...values, delivered);
  await db.run(
    `UPDATE delivery SET last = ? WHERE ${before} AND last > ?`,
    delivered,
    ...values,
    delivered,
  );
}
