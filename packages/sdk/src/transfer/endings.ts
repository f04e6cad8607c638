import { Contract, type Signer, type TransactionReceipt } from "ethers";
import type { Attestation } from "../lane/index.ts";
import { type Address, type Bytes32, bytes32, type Hex } from "../primitives/index.ts";
import { type Zone, zoneLanes } from "../zone/index.ts";
import { type ArchivedMessage, anyArchive, type MessageArchive } from "./archive.ts";
import { fetchAttestations } from "./attestations.ts";
import { GATEWAY } from "./chain-logs.ts";
import { TransferNotFoundError, TransferNotWaitingError } from "./errors.ts";
import type { NodeSourceOptions } from "./node-http.ts";
import { assertOnChain } from "./on-chain.ts";
import { proveMessage } from "./proof.ts";
import { asRefusal } from "./revert.ts";

/** Where a message's bytes are looked for. */
export interface EndingOptions {
  /** Asked in order: the next one where the one before cannot be asked or does not know. */
  archives: readonly MessageArchive[];
}

/** Where the signatures for a claim come from. */
export interface ClaimOptions extends EndingOptions {
  /** Verified attestations, from any node or file: {@link readAttestations}. The zone's nodes are asked where left out. */
  attestations?: readonly Attestation[];
  nodes?: NodeSourceOptions;
}

/** Who is to have what a parked message carries. */
export interface RedirectOptions extends EndingOptions {
  recipient: Address;
  /** What `signRedirect` gave, where another account submits than the one entitled. */
  signed?: { expiry: number; signature: Hex };
}

/** A message that its destination carried out now, or ended. */
export interface EndedTransfer {
  messageId: Bytes32;
  /** `returned` where its deadline was over: what it carried goes back. */
  state: "delivered" | "returned";
  /** The Return's message id. */
  returnId?: Bytes32;
  transaction: Hex;
  gasUsed: bigint;
}

/** What is known of a message that is to end. */
interface Waiting {
  found: ArchivedMessage;
  gateway: Contract;
}

/**
 * Takes a message out of its lane out of order, so that nobody waits for those before it.
 *
 * @param signer - an ethers Signer on the destination chain; anybody
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, ProofIncompleteError, TransferRefusedError
 */
export async function claimTransfer(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  options: ClaimOptions,
): Promise<EndedTransfer> {
  const archive = anyArchive(options.archives);
  const { found, gateway } = await findWaiting(zone, signer, messageId, archive);
  const { laneId, sequence } = found;
  if (await gateway.getFunction("isConsumed")(laneId, sequence, messageId)) {
    throw new TransferNotWaitingError("The message has been delivered or claimed.", {
      details: [`Message: ${messageId}`],
    });
  }
  const attestations =
    options.attestations ?? (await fetchAttestations(zone, laneId, sequence, options.nodes));
  const { anchor } = await gateway.getFunction("inboundLane")(laneId);
  const proof = proveMessage({
    set: zone.validatorSet,
    anchor: Number(anchor),
    priorHead: await headBefore(archive, found),
    messages: [found, ...(await following(archive, found, attestations))],
    attestations,
  });
  const { checkpointSequence, priorHead, message, tailHashes, signatures } = proof;
  const args = [laneId, checkpointSequence, priorHead, message, tailHashes, signatures];
  return end(gateway, messageId, "claim", args);
}

/**
 * Tries a parked message again; after its deadline, has what it carried sent back.
 *
 * @param signer - an ethers Signer on the chain where it is parked; anybody
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, TransferRefusedError
 */
export async function retryTransfer(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  { archives }: EndingOptions,
): Promise<EndedTransfer> {
  const { found, gateway } = await findParked(zone, signer, messageId, anyArchive(archives));
  return end(gateway, messageId, "retry", [found.laneId, messageId, found.message]);
}

/**
 * As {@link retryTransfer}, for another account.
 *
 * @param signer - who would receive what it carries, or anybody with their signature
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, TransferRefusedError
 */
export async function redirectTransfer(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  { archives, recipient, signed }: RedirectOptions,
): Promise<EndedTransfer> {
  const { found, gateway } = await findParked(zone, signer, messageId, anyArchive(archives));
  const { expiry, signature } = signed ?? { expiry: 0, signature: "0x" };
  const args = [found.laneId, messageId, found.message, recipient, expiry, signature];
  return end(gateway, messageId, "redirect", args);
}

async function findWaiting(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  archive: MessageArchive,
): Promise<Waiting> {
  const found = await archive.find(messageId);
  const lane = found && zoneLanes(zone).find(({ id }) => id === found.laneId);
  if (found === undefined || lane === undefined) {
    throw new TransferNotFoundError("No node or chain knows this message.", {
      details: [`Message: ${messageId}`],
    });
  }
  const { chain, gateway } = lane.destination;
  await assertOnChain(signer, chain, "The wallet is not on the chain where the message arrives.");
  return { found, gateway: new Contract(gateway, GATEWAY, signer) };
}

async function findParked(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  archive: MessageArchive,
): Promise<Waiting> {
  const waiting = await findWaiting(zone, signer, messageId, archive);
  const commitment = await waiting.gateway.getFunction("parkedMessage")(messageId);
  if (BigInt(commitment) !== 0n) return waiting;
  throw new TransferNotWaitingError("The message is not parked.", {
    details: [`Message: ${messageId}`, "It has not arrived yet, or has ended."],
  });
}

async function headBefore(
  archive: MessageArchive,
  { laneId, sequence }: ArchivedMessage,
): Promise<Bytes32> {
  if (sequence === 1) return laneId;
  const [before] = await archive.messages(laneId, sequence - 1, 1);
  if (before !== undefined) return before.messageId;
  throw new TransferNotFoundError("No node or chain knows the message before this one.", {
    details: [`Lane: ${laneId}`, `Message: ${sequence - 1}`],
  });
}

/** Messages asked for at once. */
const PAGE = 256;

/** The messages after one, up to the last that somebody signed. */
async function following(
  archive: MessageArchive,
  { laneId, sequence }: ArchivedMessage,
  attestations: readonly Attestation[],
): Promise<ArchivedMessage[]> {
  const last = Math.max(sequence, ...attestations.map((attestation) => attestation.sequence));
  const all: ArchivedMessage[] = [];
  for (let from = sequence + 1; from <= last; from = sequence + 1 + all.length) {
    const page = await archive.messages(laneId, from, Math.min(PAGE, last - from + 1));
    if (page.length === 0) break;
    all.push(...page);
  }
  return all;
}

async function end(
  gateway: Contract,
  messageId: Bytes32,
  how: "claim" | "retry" | "redirect",
  args: readonly unknown[],
): Promise<EndedTransfer> {
  try {
    const transaction = await gateway.getFunction(how)(...args);
    return toEnded(messageId, await transaction.wait());
  } catch (error) {
    throw asRefusal(error, `The ${how}`);
  }
}

function toEnded(messageId: Bytes32, receipt: TransactionReceipt): EndedTransfer {
  const returned = receipt.logs
    .map((log) => GATEWAY.parseLog(log))
    .find((log) => log?.name === "MessageReturned" && log.args.messageId === messageId);
  const done = { messageId, transaction: receipt.hash as Hex, gasUsed: receipt.gasUsed };
  if (returned == null) return { ...done, state: "delivered" };
  return { ...done, state: "returned", returnId: bytes32(returned.args.returnId) };
}
