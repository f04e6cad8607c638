import { Interface, type JsonRpcApiProvider, toBeHex } from "ethers";
import type { Hex } from "../primitives/index.ts";
import type { ZoneChain } from "../zone/index.ts";
import { GATEWAY_ABI } from "./gateway-abi.ts";

/** Gives the provider for a chain of the zone. The caller owns and closes it. */
export type ProviderFor = (chain: ZoneChain) => JsonRpcApiProvider;

/** The gateway, as ethers encodes and decodes it. */
export const GATEWAY = /* @__PURE__ */ (() => new Interface(GATEWAY_ABI))();

/** A log as an endpoint gives it. */
export interface RawLog {
  address: string;
  topics: string[];
  data: string;
  blockNumber: Hex;
  transactionHash: Hex;
  logIndex: Hex;
}

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

/**
 * The gateway's logs of one event, in their order.
 *
 * @param topics - what must stand at each indexed argument; null for anything
 * @param block - the only block that is asked about; all by default
 */
export async function gatewayLogs(
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  event: GatewayEvent,
  topics: readonly (string | readonly string[] | null)[],
  block?: Hex,
): Promise<RawLog[]> {
  const topic = GATEWAY.getEvent(event)?.topicHash ?? null;
  const filter = {
    address: chain.gateway,
    topics: [topic, ...topics],
    fromBlock: block ?? toBeHex(chain.startBlock),
    toBlock: block ?? "latest",
  };
  return (await provider.send("eth_getLogs", [filter])) as RawLog[];
}
