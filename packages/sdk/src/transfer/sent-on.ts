import type { JsonRpcApiProvider } from "ethers";
import { decodeMessage, type Message } from "../lane/index.ts";
import type { Hex, RawLog } from "../primitives/index.ts";
import type { ZoneChain } from "../zone/index.ts";
import { GATEWAY, gatewayLog, gatewayLogs, gatewayLogsBackTo, numberTopic } from "./chain-logs.ts";
import { isSentOn } from "./onward.ts";
import type { TransferStatus } from "./status.ts";

/** A chain and how it is asked. */
export interface AskedChain {
  chain: ZoneChain;
  provider: JsonRpcApiProvider;
}

/**
 * The message in which home sent on what another had brought, from home's own logs; undefined where there is none.
 *
 * @param home - the lane's destination
 * @param origin - asked only where two messages of one delivery say the same
 */
export async function findSentOn(
  { laneId, messageId, sequence }: TransferStatus,
  body: Message,
  home: AskedChain,
  origin: AskedChain | undefined,
): Promise<string | undefined> {
  const { chain, provider } = home;
  const retried = await gatewayLog(chain, provider, "MessageRetried", [laneId, messageId]);
  const claimed =
    retried ?? (await gatewayLog(chain, provider, "MessageClaimed", [laneId, null, messageId]));
  const delivered = claimed ? undefined : await deliveryOf(laneId, sequence, home);
  const from = claimed ?? delivered;
  if (from === undefined) return undefined;
  const sent = await sentAfter(home, body, from);
  if (sent.length < 2 || delivered === undefined || origin === undefined) return sent[0];
  return sent[await sameBefore(laneId, sequence, body, delivered, home, origin)];
}

/** The delivery that a message was in. */
async function deliveryOf(
  laneId: string,
  sequence: number,
  { chain, provider }: AskedChain,
): Promise<RawLog | undefined> {
  const isBefore = (log: RawLog) => rangeOf(log).first <= sequence;
  const topics = [laneId];
  const logs = await gatewayLogsBackTo(isBefore, chain, provider, "MessagesDelivered", topics);
  return logs.find((log) => rangeOf(log).last >= sequence);
}

function rangeOf(log: RawLog): { first: number; last: number } {
  const { first = 0, last = 0 } = GATEWAY.parseLog(log)?.args.toObject() ?? {};
  return { first: Number(first), last: Number(last) };
}

/** Ids of what the same transaction sent on afterwards, in order. */
async function sentAfter(
  { chain, provider }: AskedChain,
  body: Message,
  from: RawLog,
): Promise<string[]> {
  const logs = await gatewayLogs(chain, provider, "MessageSent", [], from.blockNumber);
  return logs
    .filter((log) => log.transactionHash === from.transactionHash)
    .filter((log) => Number(log.logIndex) > Number(from.logIndex))
    .map((log) => GATEWAY.parseLog(log)?.args)
    .filter((args) => args && isSentOn(body, decodeMessage(args.message as Hex)))
    .map((args) => String(args?.messageId));
}

/** How many messages of the same delivery said the same before this one, and were carried out. */
async function sameBefore(
  laneId: string,
  sequence: number,
  body: Message,
  delivered: RawLog,
  home: AskedChain,
  origin: AskedChain,
): Promise<number> {
  const { first } = rangeOf(delivered);
  const places = Array.from({ length: sequence - first }, (_, i) => numberTopic(first + i));
  if (places.length === 0 || body.kind !== "forward") return 0;
  const sent = await gatewayLogs(origin.chain, origin.provider, "MessageSent", [laneId, places]);
  const same = sent
    .map((log) => GATEWAY.parseLog(log)?.args)
    .filter((args) => args && isSame(body, decodeMessage(args.message as Hex)))
    .map((args) => String(args?.messageId));
  if (same.length === 0) return 0;
  const otherwise = await Promise.all([
    gatewayLogs(home.chain, home.provider, "MessageParked", [laneId, null, same]),
    gatewayLogs(home.chain, home.provider, "MessageClaimed", [laneId, null, same]),
    gatewayLogs(home.chain, home.provider, "MessageReturned", [laneId, same]),
  ]);
  const [parked = [], claimed = [], returned = []] = otherwise;
  const ended = new Set([
    ...[...parked, ...claimed].map(({ topics }) => topics[3]),
    ...returned.map(({ topics }) => topics[2]),
  ]);
  return same.filter((id) => !ended.has(id)).length;
}

function isSame(body: Message, other: Message): boolean {
  return other.kind === "forward" && isSentOn(body, { ...other, kind: "transfer" });
}
