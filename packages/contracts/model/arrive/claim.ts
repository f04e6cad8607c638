import { emit, type Here, incoming } from "../here.ts";
import { foldHead } from "../message/hashing.ts";
import type { Message } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import type { Signatures } from "../state/chain.ts";
import { put, set } from "../state/journal.ts";
import type { ChainId, Hash } from "../words.ts";
import { consumeNow } from "./consume.ts";
import { mustBeOpen, needCheckpoint } from "./deliver.ts";

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
  mustBeOpen(here, lane);
  const { hashing, rules } = here.env;
  const id = hashing.link(priorHead, hashing.hashMessage(message));
  const head = foldHead(hashing, id, tailHashes);
  needCheckpoint(here, lane, checkpointSequence, head, given.attestations);
  const sequence = checkpointSequence - tailHashes.length;
  const consumed = sequence <= lane.delivered || here.chain.spent.has(id);
  ensure(!consumed || !rules.claimsOnce, "AlreadyConsumed", `${sequence}`);
  put(here.journal, here.chain.spent, id, lane.anchor + 1);
  set(here.journal, lane, "claimedAhead", lane.claimedAhead + 1);
  emit(here, { name: "MessageClaimed", laneId: lane.id, sequence, id });
  consumeNow(here, lane, sequence, id, message);
}
