import {
  erc20RailAbi,
  gatewayAbi,
  marketAbi,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
} from "@ryugu/contracts";
import { Interface, type LogDescription } from "ethers";
import type { Address, Hex } from "../../primitives/index.ts";

const TRANSFER = "event Transfer(address indexed from, address indexed to, uint256 value)";

/** Every event that tells of money on its way to a creator. */
const EVENTS = /* @__PURE__ */ (() => {
  const abis = [erc20RailAbi, gatewayAbi, marketAbi, royaltyRouterAbi, splitAbi, splitFactoryAbi];
  const found = new Map<string, Interface>();
  for (const abi of [
    ...abis.map((one) => one.filter(({ type }) => type === "event")),
    [TRANSFER],
  ]) {
    const events = new Interface(abi);
    events.forEachEvent(({ topicHash }) => found.set(topicHash, events));
  }
  return found;
})();

/** A log that was understood. */
export interface FactLog {
  readonly address: Address;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: ethers decodes to what the ABI says
  readonly args: any;
  readonly block: number;
  readonly transaction: Hex;
  readonly logIndex: number;
}

/** The topic of an event. */
export function topicOf(name: string): string {
  for (const events of EVENTS.values()) {
    const topic = events.getEvent(name)?.topicHash;
    if (topic !== undefined) return topic;
  }
  throw new RangeError(`No event ${name}.`);
}

/** What a log says; undefined where it is none of these events, or a stranger's that only looks like one. */
export function understand(topics: readonly string[], data: string): LogDescription | undefined {
  try {
    const event = EVENTS.get(topics[0] ?? "")?.parseLog({ topics, data }) ?? undefined;
    // Decoding is lazy: an argument that is not there throws only when it is read.
    event?.args.toArray();
    return event;
  } catch {
    return undefined;
  }
}

/** A log as its chain has it. */
export interface UnreadLog extends Omit<FactLog, "name" | "args"> {
  readonly topics: readonly string[];
  readonly data: string;
}

/** Reads a log; undefined where it says nothing of money on its way to a creator. */
export function factLogOf({ topics, data, ...place }: UnreadLog): FactLog | undefined {
  const event = understand(topics, data);
  return event === undefined ? undefined : { ...place, name: event.name, args: event.args };
}
