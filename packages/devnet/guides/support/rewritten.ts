import { gatewayAbi } from "@ryugu/contracts";
import { Interface } from "ethers";
import type { EndpointFault } from "../../src/chain/endpoint.ts";

const gateway = new Interface(gatewayAbi);

/** The last message of a lane that another history of its origin does not have. */
export interface LostMessage {
  laneId: string;
  sequence: number;
  /** The lane's head before it. */
  before: string;
  /** The block that it was sent in. */
  block: number;
}

/**
 * An endpoint that shows another history of a chain, without a contradiction in it: from the lost message's block on every
 * block has another hash and no logs, and the gateway's own count and head are those before it.
 */
export function rewritten({ laneId, sequence, before, block }: LostMessage): EndpointFault {
  const outboundLane = gateway.encodeFunctionData("outboundLane", [laneId]);
  const alter = (method: string, [first, second]: unknown[], result: unknown): unknown => {
    if (method === "eth_getBlockByNumber") return otherBlock(result as Block | null, block);
    if (method === "eth_getLogs")
      return (result as Log[]).filter(({ blockNumber }) => Number(blockNumber) < block);
    const asked = method === "eth_call" ? (first as { data?: string }).data : undefined;
    if (asked !== outboundLane || Number(second) < block) return result;
    const [lane] = gateway.decodeFunctionResult("outboundLane", result as string);
    const fields = { ...lane.toObject(), count: BigInt(sequence - 1), head: before };
    return gateway.encodeFunctionResult("outboundLane", [fields]);
  };
  return { kind: "lie", alter };
}

interface Block {
  number: string;
  hash: string;
}

interface Log {
  blockNumber: string;
}

function otherBlock(block: Block | null, from: number): Block | null {
  if (block === null || Number(block.number) < from) return block;
  return { ...block, hash: `0xfeed${block.hash.slice(6)}` };
}
