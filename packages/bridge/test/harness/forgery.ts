import { gatewayAbi } from "@ryugu/contracts";
import { appendHead, hashMessage } from "@ryugu/sdk/lane";
import { type Bytes32, bytes32, type Hex, hex } from "@ryugu/sdk/primitives";
import { AbiCoder, Interface, toBeHex, toQuantity } from "ethers";
import type { Lie } from "./bent-endpoint.ts";

const gateway = new Interface(gatewayAbi);

/** What a forger needs to know. */
export interface ForgeryOptions {
  gateway: string;
  laneId: Bytes32;
  /** How many messages the lane has, and their head: the forged one continues them. */
  count: number;
  head: Bytes32;
  /** The message that was never sent. */
  body: Hex;
  /** The block that is said to hold it. */
  block: { number: number; hash: string };
}

/** A message that nobody sent, as an endpoint tells of it. */
export interface Forgery {
  /** The message's id: the lane's head if it were true. */
  head: Bytes32;
  lie: Lie;
}

/**
 * A lie without a contradiction in it: a log with the right id, after the honest ones, and a gateway whose own count and
 * head agree with that log.
 */
export function forgeMessage(options: ForgeryOptions): Forgery {
  const { laneId, count, block } = options;
  const head = bytes32(appendHead(options.head, hashMessage(options.body)));
  const event = gateway.getEvent("MessageSent");
  if (event === null) throw new Error("no such event");
  const log = {
    address: options.gateway,
    topics: [event.topicHash, laneId, toBeHex(count + 1, 32), head],
    data: AbiCoder.defaultAbiCoder().encode(["bytes"], [options.body]),
    blockNumber: toQuantity(block.number),
    blockHash: block.hash,
    transactionHash: head,
    transactionIndex: "0x0",
    logIndex: "0x63",
    removed: false,
  };
  const isInRange = (filter: { fromBlock: string; toBlock: string }) =>
    Number(filter.fromBlock) <= block.number && block.number <= Number(filter.toBlock);
  const outboundLane = gateway.encodeFunctionData("outboundLane", [laneId]);

  const lie: Lie = (method, [first, second], result) => {
    if (method === "eth_getLogs" && isInRange(first as { fromBlock: string; toBlock: string })) {
      return [...(result as unknown[]), log];
    }
    const asked = method === "eth_call" ? (first as { data: string }).data : undefined;
    if (asked !== outboundLane || Number(second) < block.number) return result;
    const [lane] = gateway.decodeFunctionResult("outboundLane", hex(result));
    const fields = { ...lane.toObject(), count: BigInt(count + 1), head };
    return gateway.encodeFunctionResult("outboundLane", [fields]);
  };
  return { head, lie };
}
