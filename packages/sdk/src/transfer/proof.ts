import {
  type Attestation,
  appendHead,
  hashMessage,
  joinSignatures,
  type ValidatorSet,
} from "../lane/index.ts";
import { type Bytes32, type Hex, isSameAddress } from "../primitives/index.ts";
import type { ArchivedMessage } from "./archive.ts";
import { ProofIncompleteError } from "./errors.ts";

/** What shows a gateway that a message stands in a lane: the arguments of its `claim`. */
export interface MessageProof {
  laneId: Bytes32;
  /** Where the quorum signed. */
  checkpointSequence: number;
  /** The lane's head before the message. */
  priorHead: Bytes32;
  message: Hex;
  /** The hashes of the messages after it, up to the checkpoint. */
  tailHashes: Bytes32[];
  /** Exactly k, by ascending validator address. */
  signatures: Hex;
}

/** What a proof is made of. */
export interface ProofParts {
  set: ValidatorSet;
  /** The lane's anchor at its destination. */
  anchor: number;
  priorHead: Bytes32;
  /** The message, and those after it without gaps. */
  messages: readonly [ArchivedMessage, ...ArchivedMessage[]];
  /** Verified, in any order, of any checkpoints. */
  attestations: readonly Attestation[];
}

/**
 * Proves that a message stands in its lane, by the first checkpoint at or after it that a quorum signed.
 *
 * @throws ProofIncompleteError
 */
export function proveMessage({
  set,
  anchor,
  priorHead,
  messages,
  attestations,
}: ProofParts): MessageProof {
  const [{ laneId, message, sequence }] = messages;
  const hashes = messages.map((each) => hashMessage(each.message));
  let head = priorHead;
  let most = 0;
  for (const [i, hash] of hashes.entries()) {
    head = appendHead(head, hash);
    const agreeing = attestations.filter(
      (a) =>
        a.laneId === laneId &&
        a.anchor === anchor &&
        a.sequence === sequence + i &&
        a.head === head,
    );
    const count = set.validators.filter((v) => agreeing.some((a) => isSameAddress(a.validator, v)));
    most = Math.max(most, count.length);
    if (count.length < set.quorum) continue;
    const signatures = joinSignatures(set, agreeing);
    const tailHashes = hashes.slice(1, i + 1);
    return { laneId, checkpointSequence: sequence + i, priorHead, message, tailHashes, signatures };
  }
  throw new ProofIncompleteError(
    "Too few partners have signed a checkpoint at or after the message.",
    {
      details: [
        `Lane: ${laneId}, message ${sequence}`,
        `Signatures on one checkpoint: ${most} of ${set.quorum}`,
        `Messages looked through: ${messages.length}`,
      ],
    },
  );
}
