import { gatewayAbi } from "@ryugu/contracts";
import { decodeMessage } from "@ryugu/sdk/lane";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { StageChain } from "../stage/stage.ts";
import type { Ask } from "./ask.ts";
import type { Crew } from "./crew.ts";

/** A message that somebody asked for, as its chain has it now. */
interface OnChain {
  messageId: Bytes32;
  transaction: string;
}

const GATEWAY = new Interface(gatewayAbi);
const TOPICS = [GATEWAY.getEvent("MessageSent")?.topicHash ?? null];

/**
 * Looks at what the chains have of all that was asked. What a reorg took back, or gave another place and so another id, is
 * not followed any more under its old id; what nobody follows is followed: its sender had given up waiting for it.
 */
export async function reconcile(crew: Crew): Promise<void> {
  for (const chain of crew.stage.chains) {
    const found = await sentOn(chain);
    for (const ask of crew.book.asks.values()) {
      const isSettled = ask.origin === chain && !crew.book.sending.has(ask.reference);
      if (isSettled) settle(crew, ask, found.get(ask.reference));
    }
  }
}

function settle(crew: Crew, ask: Ask, found: OnChain | undefined): void {
  const known = crew.book.crossings.findLast(
    (crossing) => crossing.ask === ask && crossing.ending !== "undone",
  );
  if (known?.messageId === found?.messageId) return;
  if (known !== undefined) {
    known.ending = "undone";
    known.abandon.abort();
  }
  const isBack = known !== undefined && found === undefined;
  const isGone = known === undefined && found !== undefined;
  for (const asset of ask.assets) {
    const held = { ...asset, collection: ask.collection };
    if (isBack) crew.purse.give(ask.person.address, ask.origin, held);
    if (isGone) crew.purse.take(ask.person.address, ask.origin, held);
  }
  if (found !== undefined) crew.follow({ ask, ...found, abandon: new AbortController() });
}

/** What people sent on a chain, by the reference that it carries. */
async function sentOn(chain: StageChain): Promise<Map<Hex, OnChain>> {
  const logs = await chain.provider.getLogs({
    address: chain.gatewayAddress,
    topics: TOPICS,
    fromBlock: 0,
  });
  const found = new Map<Hex, OnChain>();
  for (const log of logs) {
    const sent = GATEWAY.parseLog(log)?.args;
    const message = decodeMessage(sent?.message as Hex);
    if (message.kind !== "transfer" && message.kind !== "forward") continue;
    // What home sends on carries the same reference, and was not sent here.
    if (message.sourceChain !== chain.id) continue;
    const messageId = sent?.messageId as Bytes32;
    found.set(message.reference, { messageId, transaction: log.transactionHash });
  }
  return found;
}
