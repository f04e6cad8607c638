import type { Checkpoint } from "@ryugu/sdk/lane";
import type { Database } from "./database.ts";
import { addEvents } from "./events.ts";
import { readLane } from "./lanes.ts";

/** Watching signatures arrive one by one is for small numbers of messages. */
const MOST_SIGNED_EVENTS = 256;

/** Looks whether a checkpoint that this node agrees with has its quorum now, and notes who may care. */
export function countQuorum(db: Database, quorum: number, checkpoint: Checkpoint): void {
  const { laneId, anchor, sequence, head } = checkpoint;
  const agreed = db.get(
    "SELECT attested FROM checkpoint WHERE lane = ? AND anchor = ? AND sequence = ? AND head = ?",
    laneId,
    anchor,
    sequence,
    head,
  );
  const lane = readLane(db, laneId);
  if (agreed === undefined || agreed.attested === 1 || lane === undefined) return;
  const signatures = db.get(
    "SELECT count(*) AS n FROM attestation WHERE lane = ? AND anchor = ? AND sequence = ? AND head = ?",
    laneId,
    anchor,
    sequence,
    head,
  );
  const count = Number(signatures?.n ?? 0);
  if (count >= quorum) {
    db.run(
      "UPDATE checkpoint SET attested = 1 WHERE lane = ? AND anchor = ? AND sequence = ?",
      laneId,
      anchor,
      sequence,
    );
  }
  const reached = count >= quorum && sequence > lane.attested;
  if (reached) db.run("UPDATE lane SET attested = ? WHERE id = ?", sequence, laneId);
  const first = Math.max(lane.attested, lane.delivered) + 1;
  if (count > 0 && (reached || sequence - first < MOST_SIGNED_EVENTS))
    addEvents(db, laneId, first, sequence);
}
