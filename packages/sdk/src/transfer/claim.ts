import type { Signer } from "ethers";
import type { Bytes32 } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { type ArchivedMessage, anyArchive } from "./archive.ts";
import { collectionsBefore } from "./collections-before.ts";
import { type EvidenceOptions, gatherProof } from "./evidence.ts";
import {
  assertNotConsumed,
  type EndedTransfer,
  end,
  findWaiting,
  type Waiting,
} from "./waiting.ts";

/** How a message is claimed. */
export interface ClaimOptions extends EvidenceOptions {
  /** Told before a Collection message is claimed that the asset needs and the destination does not have yet. */
  onCollection?: (messageId: Bytes32) => void;
}

/** A message that was claimed, and the Collection messages that had to go first. */
export interface ClaimedTransfer extends EndedTransfer {
  collections: EndedTransfer[];
}

/**
 * Takes a message out of its lane out of order, so that nobody waits for those before it. Where its destination does not know
 * the collection or its metadata yet, the message that says so is claimed first, in a transaction of its own.
 *
 * @param signer - an ethers Signer on the destination chain; anybody
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, ProofIncompleteError, TransferRefusedError
 */
export async function claimTransfer(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  options: ClaimOptions,
): Promise<ClaimedTransfer> {
  const archive = anyArchive(options.archives);
  const waiting = await findWaiting(zone, signer, messageId, archive);
  await assertNotConsumed(waiting);
  const claim = async ({ gateway }: Waiting, message: ArchivedMessage) => {
    const proof = await gatherProof(zone, gateway, archive, message, options);
    const { laneId, checkpointSequence, priorHead, tailHashes, signatures } = proof;
    const args = [laneId, checkpointSequence, priorHead, message.message, tailHashes, signatures];
    return end(gateway, message.messageId, "claim", args);
  };
  const collections: EndedTransfer[] = [];
  for (const collection of await collectionsBefore(archive, waiting)) {
    options.onCollection?.(collection.messageId);
    collections.push(await claim(waiting, collection));
  }
  return { ...(await claim(waiting, waiting.found)), collections };
}
