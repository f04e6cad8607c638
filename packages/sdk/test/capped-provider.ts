import { type JsonRpcPayload, JsonRpcProvider, type JsonRpcResult, Network, toBeHex } from "ethers";
import type { RawLog } from "../src/primitives/index.ts";

/** What an endpoint refuses, and in which words. */
export interface LogCaps {
  blocks?: number;
  results?: number;
  code?: number;
  message?: string;
}

interface Filter {
  fromBlock: string;
  toBlock: string;
}

const NETWORK = new Network("capped", 31_900n);

/** A provider without a network that holds one log for each number it is given, and caps what it gives of them at once. */
export class CappedProvider extends JsonRpcProvider {
  /** The ranges that it was asked for. */
  readonly asked: [from: number, to: number][] = [];
  /** Blocks that are added after each answer. */
  growth = 0;
  #newest: number;
  readonly #logs: readonly RawLog[];
  readonly #caps: LogCaps;

  /** @param blocks - the block of each log, in order */
  constructor(newest: number, blocks: readonly number[], caps: LogCaps = {}) {
    super("http://127.0.0.1:9", NETWORK, { staticNetwork: NETWORK, batchStallTime: 0 });
    this.#newest = newest;
    this.#logs = blocks.map(logIn);
    this.#caps = caps;
  }

  override async _send(payload: JsonRpcPayload | JsonRpcPayload[]): Promise<JsonRpcResult[]> {
    // Errors are answered, so that ethers wraps them as it does a real endpoint's.
    return [payload].flat().map((each) => ({ id: each.id, ...this.#answer(each) }) as never);
  }

  #answer({ method, params }: JsonRpcPayload): object {
    if (method === "eth_blockNumber") return { result: toBeHex(this.#newest) };
    const [filter] = params as unknown as [Filter];
    const from = Number(filter.fromBlock);
    const to = filter.toBlock === "latest" ? this.#newest : Number(filter.toBlock);
    this.asked.push([from, to]);
    const found = this.#logs.filter(({ blockNumber }) => {
      return Number(blockNumber) >= from && Number(blockNumber) <= to;
    });
    this.#newest += this.growth;
    const { blocks = Infinity, results = Infinity } = this.#caps;
    if (to - from + 1 <= blocks && found.length <= results) return { result: found };
    const { code = -32_005, message = "query returned more than 10000 results" } = this.#caps;
    return { error: { code, message } };
  }
}

function logIn(block: number, index: number): RawLog {
  return {
    address: `0x${"11".repeat(20)}`,
    topics: [],
    data: "0x",
    blockNumber: toBeHex(block) as RawLog["blockNumber"],
    transactionHash: `0x${"22".repeat(32)}`,
    logIndex: toBeHex(index) as RawLog["logIndex"],
  };
}
