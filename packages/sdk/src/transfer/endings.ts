import type { ContractRunner, Signer } from "ethers";
import type { Address, Bytes32, Hex } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { anyArchive, type MessageArchive } from "./archive.ts";
import { TransferNotWaitingError } from "./errors.ts";
import { type GatewayCall, gatewayCall, sendCall } from "./gateway-call.ts";
import {
  type EndedTransfer,
  type EndingOptions,
  findWaiting,
  toEnded,
  type Waiting,
} from "./waiting.ts";

/** Who is to have what a parked message carries. */
export interface RedirectOptions extends EndingOptions {
  recipient: Address;
  /** What `signRedirect` gave, where another account submits than the one entitled. */
  signed?: { expiry: number; signature: Hex };
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
  options: EndingOptions,
): Promise<EndedTransfer> {
  const call = await retryCall(zone, signer, messageId, options);
  return toEnded(messageId, await sendCall(signer, call));
}

/**
 * What {@link retryTransfer} would send, for whoever sends it themselves.
 *
 * @param runner - an ethers Provider or Signer on the chain where it is parked; nothing is sent
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError
 */
export async function retryCall(
  zone: Zone,
  runner: ContractRunner,
  messageId: Bytes32,
  { archives }: EndingOptions,
): Promise<GatewayCall> {
  const waiting = await findParked(zone, runner, messageId, anyArchive(archives));
  const { found } = waiting;
  return gatewayCall(waiting, "retry", [found.laneId, messageId, found.message], [found]);
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
  options: RedirectOptions,
): Promise<EndedTransfer> {
  const call = await redirectCall(zone, signer, messageId, options);
  return toEnded(messageId, await sendCall(signer, call));
}

/**
 * What {@link redirectTransfer} would send, for whoever sends it themselves: without `signed`, who would receive what it carries.
 *
 * @param runner - an ethers Provider or Signer on the chain where it is parked; nothing is sent
 * @throws TransferNotFoundError, WrongChainError, TransferNotWaitingError
 */
export async function redirectCall(
  zone: Zone,
  runner: ContractRunner,
  messageId: Bytes32,
  { archives, recipient, signed }: RedirectOptions,
): Promise<GatewayCall> {
  const waiting = await findParked(zone, runner, messageId, anyArchive(archives));
  const { found } = waiting;
  const { expiry, signature } = signed ?? { expiry: 0, signature: "0x" };
  const args = [found.laneId, messageId, found.message, recipient, expiry, signature];
  return gatewayCall(waiting, "redirect", args, [found]);
}

async function findParked(
  zone: Zone,
  runner: ContractRunner,
  messageId: Bytes32,
  archive: MessageArchive,
): Promise<Waiting> {
  const waiting = await findWaiting(zone, runner, messageId, archive);
  const commitment = await waiting.gateway.getFunction("parkedMessage")(messageId);
  if (BigInt(commitment) !== 0n) return waiting;
  throw new TransferNotWaitingError("The message is not parked.", {
    details: [`Message: ${messageId}`, "It has not arrived yet, or has ended."],
  });
}
