import { needQuorum } from "../council/quorum.ts";
import { emit, type Here, incoming, isPaused } from "../here.ts";
import { foldHead } from "../message/hashing.ts";
import type { Message } from "../message/message.ts";
import { checkpointText } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Signatures } from "../state/chain.ts";
import { set } from "../state/journal.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { ChainId, Hash } from "../words.ts";
import { consume } from "./consume.ts";

/** What a relayer gives: messages from a sequence on, the hashes after them, and a quorum on where they lead. */
export interface Delivery {
  readonly origin: ChainId;
  readonly first: number;
  readonly messages: readonly Message[];
  readonly tailHashes: readonly Hash[];
  /** A real signature is on the lane's present anchor or not good; so is its text here. */
  readonly attestations: Signatures;
}

/** Consumes the next messages in order. What was delivered or claimed before is skipped. */
export function deliver(here: Here, delivery: Delivery): void {
  const { origin, first, messages, tailHashes } = delivery;
  const lane = incoming(here, origin);
  mustBeOpen(here, lane);
  ensure(first >= 1 && first <= lane.delivered + 1, "SequenceGap", `${first}`);
  const fresh = messages.slice(lane.delivered + 1 - first);
  ensure(fresh.length > 0, "NothingToDeliver");
  const { hashing } = here.env;
  const hashes = fresh.map((message) => hashing.hashMessage(message));
  const head = foldHead(hashing, lane.head, [...hashes, ...tailHashes]);
  const sequence = lane.delivered + hashes.length + tailHashes.length;
  needCheckpoint(here, lane, sequence, head, delivery.attestations);
  emit(here, {
    ...{ name: "MessagesDelivered", laneId: lane.id, sequence: lane.delivered + hashes.length },
    head: foldHead(hashing, lane.head, hashes),
  });
  for (const [at, message] of fresh.entries()) next(here, lane, message, hashes[at] ?? "");
}

function next(here: Here, lane: IncomingLane, message: Message, hash: Hash): void {
  const sequence = lane.delivered + 1;
  set(here.journal, lane, "head", here.env.hashing.link(lane.head, hash));
  set(here.journal, lane, "delivered", sequence);
  // What was claimed, or carried out on a fork that was lost, is passed over whenever it comes.
  const spent = here.chain.spent.get(lane.head);
  if (spent === undefined || !here.env.rules.skipsClaimed) {
    consume(here, lane, sequence, lane.head, message);
  } else if (spent === lane.anchor + 1) {
    set(here.journal, lane, "claimedAhead", lane.claimedAhead - 1);
  }
}

/** Neither paused nor halted. */
export function mustRun(here: Here, lane: IncomingLane): void {
  ensure(!isPaused(here, lane.origin), "LanePaused", lane.origin);
  ensure(lane.haltedAt === undefined, "LaneHalted", lane.origin);
}

/** Running, and not closed. */
export function mustBeOpen(here: Here, lane: IncomingLane): void {
  mustRun(here, lane);
  ensure(!lane.closed, "LaneClosed", lane.origin);
}

/** A quorum signed this head at this sequence, under the lane's present anchor. */
export function needCheckpoint(
  here: Here,
  { id, anchor }: IncomingLane,
  sequence: number,
  head: Hash,
  attestations: Signatures,
): void {
  const text = checkpointText({ laneId: id, anchor, sequence, head });
  const given = here.env.rules.voidsOldAnchors
    ? attestations
    : attestations.map(({ signer, signed }) => ({ signer, signed: forget(signed, anchor) }));
  needQuorum(here, text, given);
}

/** A broken rule, for tests: a checkpoint of any anchor counts for the present one. */
function forget(signed: string, anchor: number): string {
  const [struct, laneId, , ...rest] = signed.split(" ");
  return [struct, laneId, anchor, ...rest].join(" ");
}
