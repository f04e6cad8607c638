import { emit, type Here } from "../here.ts";
import { foldHead } from "../message/hashing.ts";
import { ensure, Refusal } from "../refusal.ts";
import { drop, put, set } from "../state/journal.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { Hash } from "../words.ts";
import type { CouncilAct } from "./acts.ts";
import type { Decided } from "./decided.ts";

type ReAnchor = Extract<CouncilAct, { kind: "re-anchor" }>;

/** Stops a lane whose origin was rewritten past finality. The head in the act is for the record; nothing compares it. */
export function halt(here: Here, laneId: Hash, decided: Decided): void {
  const lane = openLaneById(here, laneId);
  ensure(lane.haltedAt === undefined, "LaneHalted");
  decided();
  set(here.journal, lane, "haltedAt", here.now);
  emit(here, { name: "LaneHalted", laneId });
}

/** Takes a halted lane up again on the origin's new fork, and voids every older checkpoint. */
export function reAnchor(here: Here, act: ReAnchor, decided: Decided): void {
  const lane = openLaneById(here, act.laneId);
  if (lane.haltedAt === undefined) throw new Refusal("LaneNotHalted");
  ensure(here.now >= lane.haltedAt + here.settings.reanchorNotice, "NoticeNotOver");
  // A gateway takes the anchor that comes next for the one that was signed.
  ensure(act.anchor === lane.anchor + 1, "QuorumMissing", "the anchor goes up by one");
  decided();
  if (act.commonSequence < lane.delivered) goBack(here, lane, act);
  else {
    ensure(act.lostHashes.length === 0, "ForkMismatch", "nothing is lost");
    const ahead = act.commonSequence > lane.delivered;
    ensure(ahead || act.commonHead === lane.head, "ForkMismatch", "the head is another");
  }
  set(here.journal, lane, "claimedAhead", 0);
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
  lose(here, commonHead, lostHashes, lane.anchor);
  set(here.journal, lane, "delivered", commonSequence);
  set(here.journal, lane, "head", commonHead);
}

/**
 * Settles what was met on the lost fork. What was carried out is known by its id from now on; what was parked is
 * forgotten, because the origin says that it never was, and arrives if it comes again.
 */
function lose(here: Here, commonHead: Hash, lostHashes: readonly Hash[], lostAnchor: number): void {
  const { chain, journal, env } = here;
  let id = commonHead;
  for (const hash of lostHashes) {
    id = env.hashing.link(id, hash);
    if (chain.parked.has(id)) {
      if (env.rules.forgetsLostParked) drop(journal, chain.parked, id);
    } else if (!chain.spent.has(id)) put(journal, chain.spent, id, lostAnchor + 1);
  }
}

/** A closed lane does not halt: nothing could ever let what is parked there go on. */
function openLaneById(here: Here, laneId: Hash): IncomingLane {
  for (const lane of here.chain.incoming.values()) {
    if (lane.id !== laneId) continue;
    ensure(!lane.closed, "LaneClosed", lane.origin);
    return lane;
  }
  throw new Refusal("LaneNotOpen", laneId);
}
