import type { Contract, Signer, TransactionReceipt } from "ethers";
import type { Bytes32, Hex } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { type ArchivedMessage, anyArchive } from "./archive.ts";
import { GATEWAY } from "./chain-logs.ts";
import { TransferNotFoundError } from "./errors.ts";
import { type EvidenceOptions, gatherProof, messagesTo } from "./evidence.ts";
import { asRefusal } from "./revert.ts";
import { assertNotConsumed, findWaiting, returnOf } from "./waiting.ts";

/** How a lane is delivered by hand. */
export interface DeliverOptions extends EvidenceOptions {
  /** The most messages in one transaction; 16 by default, so that any chain's block holds it. */
  batch?: number;
  /** Told after each transaction, with the last sequence that it delivered. */
  onBatch?: (sequence: number, transaction: Hex) => void;
}

/** What became of a message when its lane was delivered up to it. */
export interface DeliveredTransfer {
  messageId: Bytes32;
  /** `parked` where it could not be carried out: anyone may retry it. */
  state: "delivered" | "parked" | "returned";
  /** The Return's message id. */
  returnId?: Bytes32;
  /** How many messages were given to the gateway, those before it included. */
  messages: number;
  transactions: Hex[];
  gasUsed: bigint;
}

const BATCH = 16;

/**
 * Delivers a lane in order, up to a message, as any relayer would. Who wants only their own message takes
 * `claimTransfer`; this one helps everybody before it too.
 *
 * @param signer - an ethers Signer on the destination chain; anybody
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError, ProofIncompleteError, TransferRefusedError
 */
export async function deliverTransfer(
  zone: Zone,
  signer: Signer,
  messageId: Bytes32,
  options: DeliverOptions,
): Promise<DeliveredTransfer> {
  const archive = anyArchive(options.archives);
  const waiting = await findWaiting(zone, signer, messageId, archive);
  await assertNotConsumed(waiting);
  const { found, gateway } = waiting;
  const { delivered } = await gateway.getFunction("inboundLane")(found.laneId);
  const receipts: TransactionReceipt[] = [];
  for (let first = Number(delivered) + 1; first <= found.sequence; ) {
    const last = Math.min(found.sequence, first + (options.batch ?? BATCH) - 1);
    const messages = await messagesTo(archive, found.laneId, first, last);
    const end = messages.at(-1);
    if (end === undefined || end.sequence !== last) throw missing(found, first + messages.length);
    const proof = await gatherProof(zone, gateway, archive, end, options);
    const receipt = await deliver(gateway, messages, proof.tailHashes, proof.signatures);
    receipts.push(receipt);
    options.onBatch?.(last, receipt.hash as Hex);
    first = last + 1;
  }
  return toDelivered(messageId, found.sequence - Number(delivered), receipts);
}

async function deliver(
  gateway: Contract,
  messages: readonly ArchivedMessage[],
  tailHashes: readonly Bytes32[],
  signatures: Hex,
): Promise<TransactionReceipt> {
  const bodies = messages.map(({ message }) => message);
  const [{ laneId, sequence } = { laneId: "", sequence: 0 }] = messages;
  try {
    const call = gateway.getFunction("deliver");
    const sent = await call(laneId, sequence, bodies, tailHashes, signatures);
    return await sent.wait();
  } catch (error) {
    throw asRefusal(error, "The delivery");
  }
}

function toDelivered(
  messageId: Bytes32,
  messages: number,
  receipts: readonly TransactionReceipt[],
): DeliveredTransfer {
  const last = receipts.at(-1);
  const isParked = last?.logs.some((log) => {
    const event = GATEWAY.parseLog(log);
    return event?.name === "MessageParked" && event.args.messageId === messageId;
  });
  const returnId = last && returnOf(messageId, last);
  return {
    messageId,
    state: isParked ? "parked" : returnId === undefined ? "delivered" : "returned",
    ...(returnId !== undefined && { returnId }),
    messages,
    transactions: receipts.map(({ hash }) => hash as Hex),
    gasUsed: receipts.reduce((sum, { gasUsed }) => sum + gasUsed, 0n),
  };
}

function missing({ laneId }: ArchivedMessage, sequence: number): TransferNotFoundError {
  return new TransferNotFoundError("No node or chain knows a message before this one.", {
    details: [`Lane: ${laneId}`, `Message: ${sequence}`],
  });
}
