import type { ContractRunner, Signer } from "ethers";
import type { Bytes32 } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { anyArchive } from "./archive.ts";
import { collectionsBefore } from "./collections-before.ts";
import { type EvidenceOptions, gatherProof } from "./evidence.ts";
import { type GatewayCall, gatewayCall, sendCall } from "./gateway-call.ts";
import { assertNotConsumed, type EndedTransfer, findWaiting, toEnded } from "./waiting.ts";

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
  const ended: EndedTransfer[] = [];
  for (const call of await claimCalls(zone, signer, messageId, options)) {
    const [{ messageId: claimed } = { messageId }] = call.messages;
    if (claimed !== messageId) options.onCollection?.(claimed);
    ended.push(toEnded(claimed, await sendCall(signer, call)));
  }
  // The last call is the message's own.
  const last = ended.pop() as EndedTransfer;
  return { ...last, collections: ended };
}

/**
 * What {@link claimTransfer} would send, for whoever sends it themselves: a call for each Collection message that must go first,
 * and the message's own as the last. They hold until the message is consumed, the validators rotate or the lane is re-anchored.
 *
 * @param runner - an ethers Provider or Signer on the destination chain; nothing is sent
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, ProofIncompleteError
 */
export async function claimCalls(
  zone: Zone,
  runner: ContractRunner,
  messageId: Bytes32,
  options: EvidenceOptions,
): Promise<GatewayCall[]> {
  const archive = anyArchive(options.archives);
  const waiting = await findWaiting(zone, runner, messageId, archive);
  await assertNotConsumed(waiting);
  const calls: GatewayCall[] = [];
  for (const each of [...(await collectionsBefore(archive, waiting)), waiting.found]) {
    const proof = await gatherProof(zone, waiting.gateway, archive, each, options);
    const { laneId, checkpointSequence, priorHead, tailHashes, signatures } = proof;
    const args = [laneId, checkpointSequence, priorHead, each.message, tailHashes, signatures];
    calls.push(gatewayCall(waiting, "claim", args, [each]));
  }
  return calls;
}
