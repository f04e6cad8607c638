import { setTimeout as delay } from "node:timers/promises";
import { gatewayAbi } from "@ryugu/contracts";
import { address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { type SentTransfer, sendTransfer } from "@ryugu/sdk/transfer";
import { Interface, Transaction } from "ethers";
import type { BenchStage } from "./stage.ts";

/** A transfer that is signed and waits to be sent. */
export interface PresignedSend {
  hash: string;
  raw: string;
}

const gateway = new Interface(gatewayAbi);
/** More than a send takes; a block holds as many as its limit has room for by what they really take. */
const SEND_GAS = 200_000;
const FEE = 100_000_000_000n;
/** Requests on their way to the chain at once. */
const IN_FLIGHT = 16;

/** Sends one token to the other chain through the SDK, in the same call that a user of it makes. */
export function sendOne(stage: BenchStage, id: bigint): Promise<SentTransfer> {
  const { running, home, away, collection, sender } = stage;
  return sendTransfer(running.zone, sender, {
    origin: running.chainId(home.slug),
    destination: running.chainId(away.slug),
    token: collection,
    ids: [id],
    recipient: address(sender.address),
  });
}

/** Signs a transfer of one token for each id, to the sender's own account on the other chain. */
export async function presign(
  { sender, home, away, collection }: BenchStage,
  ids: readonly bigint[],
): Promise<PresignedSend[]> {
  const first = await sender.getNonce();
  const signed: PresignedSend[] = [];
  for (const id of ids) {
    const request = {
      destinationChainId: away.number,
      token: collection,
      ids: [id],
      amounts: [],
      recipient: sender.address,
      refundAccount: ZERO_ADDRESS,
      deadline: 0,
      ref: "0x",
    };
    const raw = await sender.signTransaction({
      chainId: home.number,
      to: home.gateway,
      data: gateway.encodeFunctionData("send", [request]),
      nonce: first + signed.length,
      gasLimit: SEND_GAS,
      maxFeePerGas: FEE,
      maxPriorityFeePerGas: 1_000_000n,
      type: 2,
    });
    signed.push({ hash: Transaction.from(raw).hash ?? "", raw });
  }
  return signed;
}

/**
 * Sends in order, a few at once, as fast as the chain takes them or at a rate.
 *
 * @param perSecond - how many a second; without it, no pause
 * @returns when each left, in milliseconds of `performance.now()`, by transaction
 */
export async function sendAll(
  { home }: BenchStage,
  sends: readonly PresignedSend[],
  perSecond?: number,
): Promise<Map<string, number>> {
  const began = performance.now();
  const left = new Map<string, number>();
  let next = 0;
  const work = async () => {
    for (let at = next++; at < sends.length; at = next++) {
      const send = sends[at];
      if (send === undefined) return;
      if (perSecond !== undefined)
        await delay(began + (at * 1_000) / perSecond - performance.now());
      left.set(send.hash, performance.now());
      await home.provider.send("eth_sendRawTransaction", [send.raw]);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return left;
}
