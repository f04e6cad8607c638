import { Contract, type Signer, type TransactionReceipt } from "ethers";
import type { LaneReference } from "../lane/index.ts";
import { type Bytes32, bytes32, type Hex } from "../primitives/index.ts";
import { type Zone, zoneLanes } from "../zone/index.ts";
import type { ArchivedMessage, MessageArchive } from "./archive.ts";
import { GATEWAY } from "./chain-logs.ts";
import { TransferNotFoundError, TransferNotWaitingError } from "./errors.ts";
import { assertOnChain } from "./on-chain.ts";
import { asRefusal } from "./revert.ts";

/** Where a message's bytes are looked for. */
export interface EndingOptions {
  /** Asked in order: the next one where the one before cannot be asked or does not know. */
  archives: readonly MessageArchive[];
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
export interface Waiting {
  found: ArchivedMessage;
  lane: LaneReference;
  /** The destination's, on the signer's chain. */
  gateway: Contract;
}

/**
 * Finds a message and the gateway that is to end it.
 *
 * @throws TransferNotFoundError, WrongChainError
 */
export async function findWaiting(
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
  return { found, lane, gateway: new Contract(gateway, GATEWAY, signer) };
}

/** Whether a gateway has carried a message out, parked or returned it. */
export async function isConsumed(gateway: Contract, message: ArchivedMessage): Promise<boolean> {
  const { laneId, sequence, messageId } = message;
  return gateway.getFunction("isConsumed")(laneId, sequence, messageId);
}

/** Asserts that a message still waits to be delivered or claimed. Throws TransferNotWaitingError. */
export async function assertNotConsumed({ found, gateway }: Waiting): Promise<void> {
  if (!(await isConsumed(gateway, found))) return;
  throw new TransferNotWaitingError("The message has been delivered or claimed.", {
    details: [`Message: ${found.messageId}`],
  });
}

/** Has a gateway end a message. Throws TransferRefusedError. */
export async function end(
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
  const returnId = returnOf(messageId, receipt);
  const done = { messageId, transaction: receipt.hash as Hex, gasUsed: receipt.gasUsed };
  return returnId === undefined
    ? { ...done, state: "delivered" }
    : { ...done, state: "returned", returnId };
}

/** The Return that a transaction sent for a message, if any. */
export function returnOf(messageId: Bytes32, receipt: TransactionReceipt): Bytes32 | undefined {
  const returned = receipt.logs
    .map((log) => GATEWAY.parseLog(log))
    .find((log) => log?.name === "MessageReturned" && log.args.messageId === messageId);
  return returned == null ? undefined : bytes32(returned.args.returnId);
}
