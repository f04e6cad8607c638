import type { Bytes32 } from "@ryugu/sdk/primitives";
import { id } from "ethers";
import type { BenchChain } from "./stage.ts";

const SENT = id("MessageSent(bytes32,uint64,bytes32,bytes)");
const DELIVERED = id("MessagesDelivered(bytes32,uint64,uint64,bytes32)");
/** Blocks asked for at once: each may hold hundreds of messages. */
const RANGE = 32;

/** Whose logs are asked for, and who is asked. */
type LogSource = Pick<BenchChain, "provider" | "gateway">;

interface RawLog {
  topics: string[];
  data: string;
  blockNumber: string;
  transactionHash: string;
}

/** A message that was sent. */
export interface SentMessage {
  sequence: number;
  block: number;
  transaction: string;
}

/** A run of messages that was delivered. */
export interface Delivered {
  first: number;
  last: number;
  block: number;
  transaction: string;
}

/** What left on a lane between two blocks, both included. */
export async function sentOn(
  chain: LogSource,
  lane: Bytes32,
  from: number,
  to: number,
): Promise<SentMessage[]> {
  const logs = await logsOf(chain, [SENT, lane], from, to);
  return logs.map(({ topics, blockNumber, transactionHash }) => ({
    sequence: Number(topics[2]),
    block: Number(blockNumber),
    transaction: transactionHash,
  }));
}

/** What was delivered of a lane between two blocks, both included. */
export async function deliveredOn(
  chain: LogSource,
  lane: Bytes32,
  from: number,
  to: number,
): Promise<Delivered[]> {
  const logs = await logsOf(chain, [DELIVERED, lane], from, to);
  return logs.map(({ data, blockNumber, transactionHash }) => ({
    first: Number(`0x${data.slice(2, 66)}`),
    last: Number(`0x${data.slice(66, 130)}`),
    block: Number(blockNumber),
    transaction: transactionHash,
  }));
}

/** The logs of a contract with some topics between two blocks, both included. */
export async function logsOf(
  { provider, gateway }: LogSource,
  topics: string[],
  from: number,
  to: number,
): Promise<RawLog[]> {
  const logs: RawLog[] = [];
  for (let start = from; start <= to; start += RANGE) {
    const end = Math.min(to, start + RANGE - 1);
    const filter = {
      address: gateway,
      topics,
      fromBlock: `0x${start.toString(16)}`,
      toBlock: `0x${end.toString(16)}`,
    };
    logs.push(...((await provider.send("eth_getLogs", [filter])) as RawLog[]));
  }
  return logs;
}
