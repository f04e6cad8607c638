import type { Signer } from "ethers";
import type { Address, Bytes32, Hex } from "../primitives/index.ts";
import type { Zone } from "../zone/index.ts";
import { anyArchive, type MessageArchive } from "./archive.ts";
import { TransferNotWaitingError } from "./errors.ts";
import {
  type EndedTransfer,
  type EndingOptions,
  end,
  findWaiting,
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
