import { emit, type Here } from "../here.ts";
import { foldHead } from "../message/hashing.ts";
import { ensure, Refusal } from "../refusal.ts";
import { drop, set } from "../state/journal.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { Hash } from "../words.ts";
import type { CouncilAct } from "./acts.ts";

type ReAnchor = Extract<CouncilAct, { kind: "re-anchor" }>;

/** Stops a lane whose origin was rewritten past finality. The head in the act is for the record; nothing compares it. */
export function halt(here: Here, laneId: Hash): void {
  const lane = laneById(here, laneId);
  ensure(lane.haltedAt === undefined, "LaneHalted");
  set(here.journal, lane, "haltedAt", here.now);
  emit(here, { name: "LaneHalted", laneId });
}

/** Takes a halted lane up again on the origin's new fork, and voids every older checkpoint. */
export function reAnchor(here: Here, act: ReAnchor): void {
  const lane = laneById(here, act.laneId);
  if (lane.haltedAt === undefined) throw new Refusal("LaneNotHalted");
  ensure(here.now >= lane.haltedAt + here.settings.reanchorNotice, "NoticeNotOver");
  ensure(act.anchor === lane.anchor + 1, "ForkMismatch", "the anchor goes up by one");
  if (act.commonSequence < lane.delivered) goBack(here, lane, act);
  else if (act.commonSequence === lane.delivered) {
    ensure(act.commonHead === lane.head, "ForkMismatch", "the head is another");
  }
  for (const sequence of [...lane.claimed.keys()]) {
    if (sequence > act.commonSequence) drop(here.journal, lane.claimed, sequence);
  }
  set(here.journal, lane, "anchor", act.anchor);
  set(here.journal, lane, "haltedAt", undefined);
  emit(here, { name: "LaneReAnchored", laneId: lane.id });
}

/** The hashes of what was lost must lead from the common message to where the lane stands. */
function goBack(here: Here, lane: IncomingLane, act: ReAnchor): void {
  const { commonSequence, commonHead, lostHashes, nextHash } = act;
  ensure(lostHashes.length === lane.delivered - commonSequence, "ForkMismatch", "how many");
  ensure(foldHead(here.env.hashing, commonHead, lostHashes) === lane.head, "ForkMismatch");
  ensure(lostHashes[0] !== nextHash, "ForkMismatch", "the forks part later");
  set(here.journal, lane, "delivered", commonSequence);
  set(here.journal, lane, "head", commonHead);
}

function laneById(here: Here, laneId: Hash): IncomingLane {
  for (const lane of here.chain.incoming.values()) if (lane.id === laneId) return lane;
  throw new Refusal("LaneNotOpen", laneId);
}
