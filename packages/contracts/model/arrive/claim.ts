import { emit, type Here, incoming } from "../here.ts";
import { foldHead } from "../message/hashing.ts";
import type { Message } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import type { Signatures } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import type { ChainId, Hash } from "../words.ts";
import { consumeNow } from "./consume.ts";
import { mustRun, needCheckpoint, wasConsumed } from "./deliver.ts";

/** One message, with the hashes around it that lead to a checkpoint. */
export interface Claim {
  readonly origin: ChainId;
  readonly checkpointSequence: number;
  /** The head before the message. */
  readonly priorHead: Hash;
  readonly message: Message;
  readonly tailHashes: readonly Hash[];
  readonly attestations: Signatures;
}

/** Consumes one message out of order. It is carried out or returned, or the claim is refused. */
export function claim(here: Here, given: Claim): void {
  const { origin, checkpointSequence, priorHead, message, tailHashes } = given;
  const lane = incoming(here, origin);
  mustRun(here, lane);
  ensure(!lane.closed, "LaneClosed", origin);
  const sequence = checkpointSequence - tailHashes.length;
  const { hashing, rules } = here.env;
  const id = hashing.link(priorHead, hashing.hashMessage(message));
  const consumed =
    sequence <= lane.delivered || lane.claimed.has(sequence) || wasConsumed(here, id);
  ensure(!consumed || !rules.claimsOnce, "AlreadyConsumed", `${sequence}`);
  const head = foldHead(hashing, id, tailHashes);
  needCheckpoint(here, lane, checkpointSequence, head, given.attestations);
  put(here.journal, lane.claimed, sequence, true);
  consumeNow(here, origin, sequence, id, message);
  emit(here, { name: "MessageClaimed", laneId: lane.id, sequence, id });
}
