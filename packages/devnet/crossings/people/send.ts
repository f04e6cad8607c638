import { gatewayAbi } from "@ryugu/contracts";
import { signSend } from "@ryugu/sdk/lane";
import { type Bytes32, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { sendTransfer } from "@ryugu/sdk/transfer";
import { Interface, type TransactionReceipt } from "ethers";
import type { Account } from "../stage/account.ts";
import { type Stage, tokenOn } from "../stage/stage.ts";
import type { Ask } from "./ask.ts";

const GATEWAY = new Interface(gatewayAbi);

/** What came of an ask that a chain took. */
export interface SentAsk {
  messageId: Bytes32;
  transaction: string;
}

/** Sends what was asked with the SDK, or signs it with the SDK for a helper to submit. */
export async function sendAsk(stage: Stage, ask: Ask, helper: Account): Promise<SentAsk> {
  return ask.intent === undefined ? sendPlainly(stage, ask) : sendSigned(stage, ask, helper);
}

function requestOf({ origin, destination, collection, assets, ...ask }: Ask) {
  const { recipient, refundAccount, deadline, reference } = ask;
  return {
    ...{ origin: origin.id, destination: destination.id, recipient, reference },
    token: tokenOn(collection, origin),
    ids: collection.standard === "erc20" ? [] : assets.map(({ id }) => id),
    amounts: collection.standard === "erc721" ? [] : assets.map(({ amount }) => amount),
    ...(refundAccount && { refundAccount }),
    ...(deadline && { deadline }),
  };
}

async function sendPlainly({ zone }: Stage, ask: Ask): Promise<SentAsk> {
  return ask.person.on(ask.origin, (signer) => sendTransfer(zone, signer, requestOf(ask)));
}

async function sendSigned({ zone }: Stage, ask: Ask, helper: Account): Promise<SentAsk> {
  const { origin, destination, person, intent = { nonce: 0n, expiry: 0 } } = ask;
  const { token, ids, amounts, recipient, reference } = requestOf(ask);
  const refundAccount = ask.refundAccount ?? ZERO_ADDRESS;
  const deadline = ask.deadline ?? 0;
  const on = { chain: origin.id, gateway: origin.gatewayAddress };
  const said = { token, ids, amounts, recipient, refundAccount, deadline };
  const signature = await signSend(person.wallet, zone.id, on, {
    ...{ ...said, ...intent, reference },
    sender: person.address,
    destinationChain: destination.id,
  });
  const request = { ...said, destinationChainId: destination.number, ref: reference };
  const signed = { sender: person.address, ...intent };
  return helper.on(origin, async (signer) => {
    const gateway = origin.gateway.connect(signer) as typeof origin.gateway;
    const call = gateway.getFunction("sendBySignature");
    const receipt = await (await call(request, signed, signature, "0x")).wait();
    return { messageId: lastSent(receipt, origin.gatewayAddress), transaction: receipt.hash };
  });
}

function lastSent({ logs }: TransactionReceipt, gateway: string): Bytes32 {
  const sent = logs
    .filter(({ address }) => address === gateway)
    .map((log) => GATEWAY.parseLog(log))
    .findLast((event) => event?.name === "MessageSent");
  return sent?.args.messageId;
}
