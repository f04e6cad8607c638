import { Interface, type JsonRpcApiProvider, toBeHex } from "ethers";
import {
  type Hex,
  type LogFilter,
  type RawLog,
  readLogs,
  readLogsBackTo,
} from "../primitives/index.ts";
import type { ZoneChain } from "../zone/index.ts";
import { GATEWAY_ABI } from "./gateway-abi.ts";

/** Gives the provider for a chain of the zone. The caller owns and closes it. */
export type ProviderFor = (chain: ZoneChain) => JsonRpcApiProvider;

/** The gateway, as ethers encodes and decodes it. */
export const GATEWAY = /* @__PURE__ */ (() => new Interface(GATEWAY_ABI))();

type GatewayEvent =
  | "MessageSent"
  | "MessagesDelivered"
  | "MessageClaimed"
  | "MessageParked"
  | "MessageRetried"
  | "MessageRedirected"
  | "MessageReturned";

/** A 64-bit number as a topic has it. */
export const numberTopic = (value: number): string => toBeHex(value, 32);

/** What must stand at each indexed argument; null for anything. */
type EventTopics = LogFilter["topics"];

/**
 * The gateway's logs of one event, in their order.
 *
 * @param block - the only block that is asked about; all by default
 */
export function gatewayLogs(
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  event: GatewayEvent,
  topics: EventTopics,
  block?: Hex,
): Promise<RawLog[]> {
  const filter = filterOf(chain, event, topics);
  if (block === undefined) return readLogs(provider, filter);
  return readLogs(provider, { ...filter, fromBlock: Number(block), toBlock: Number(block) });
}

/** The one log of an event that happens once: the newest blocks are looked through first, and no more than needed. */
export async function gatewayLog(
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  event: GatewayEvent,
  topics: EventTopics,
  signal?: AbortSignal,
): Promise<RawLog | undefined> {
  const [log] = await gatewayLogsBackTo(() => true, chain, provider, event, topics, signal);
  return log;
}

/** The gateway's newest logs of one event, in their order: at least back to one that is told, or all where it is not among them. */
export function gatewayLogsBackTo(
  isIt: (log: RawLog) => boolean,
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  event: GatewayEvent,
  topics: EventTopics,
  signal?: AbortSignal,
): Promise<RawLog[]> {
  return readLogsBackTo(provider, filterOf(chain, event, topics), isIt, signal);
}

function filterOf(chain: ZoneChain, event: GatewayEvent, topics: EventTopics): LogFilter {
  const topic = GATEWAY.getEvent(event)?.topicHash ?? null;
  return { address: chain.gateway, topics: [topic, ...topics], fromBlock: chain.startBlock };
}
