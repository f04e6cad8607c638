import { validatorSet } from "@ryugu/sdk/lane";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainNumber,
  type Hex,
  hex,
  isSameAddress,
  parseShape,
} from "@ryugu/sdk/primitives";
import { RangeTooLargeError } from "../domain/errors.ts";
import { byPosition, type GatewayLog } from "../domain/gateway-log.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import { decodeLog, TOPICS } from "./decode-log.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointBehindError, EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { type GatewayView, gatewayViews } from "./gateway-views.ts";
import { headerAt, headsOf } from "./heads.ts";
import type { EndpointPool } from "./pool.ts";
import { type RpcLog, rpcLogs } from "./rpc-shapes.ts";

export interface ChainReaderOptions {
  chain: ChainId;
  gateway: Address;
  pool: EndpointPool;
  /** Whether the chain has a `finalized` tag worth asking for. */
  tagged: boolean;
}

/** Headers asked for at once where logs do not say when their blocks were. */
const TIMES_AT_ONCE = 8;

/** Reads one chain through a pool of JSON-RPC endpoints. */
export function rpcChainReader(options: ChainReaderOptions): ChainReader {
  const { chain, pool } = options;
  const views = gatewayViews();

  const decode = (name: GatewayView, answer: Hex) => {
    try {
      return views.decode(name, answer);
    } catch (cause) {
      throw new EndpointFailedError("The gateway did not answer as a gateway.", {
        cause,
        details: [`Chain: ${chain}`, `Gateway: ${options.gateway}`],
      });
    }
  };

  const call = async (
    name: GatewayView,
    args: readonly (Bytes32 | bigint)[],
    block: string,
    mode: "any" | "agreed" = "any",
  ) => {
    const data = views.encode(name, args);
    const request = { method: "eth_call", params: [{ to: options.gateway, data }, block] };
    const result = await pool[mode](async (endpoint) => {
      const answer = hex(await endpoint.send(request));
      // What is no gateway's answer is this endpoint's failure, and the next one is asked.
      decode(name, answer);
      return answer;
    });
    return decode(name, result);
  };

  /** What the last logs were: their source answers for them. */
  let newestLogs: GatewayLog[] = [];

  return {
    chain,
    distrust: () => pool.distrust(newestLogs),
    heads: () => headsOf(pool, options.tagged),
    block: (number, mode = "any") => pool[mode]((endpoint) => headerAt(endpoint, quantity(number))),
    async logs(from, to, mode) {
      newestLogs = await pool[mode]((endpoint) => readLogs(endpoint, options.gateway, from, to));
      return newestLogs;
    },
    async outboundLane(laneId, block) {
      const answer = await orPruned(call("outboundLane", [laneId], quantity(block), "agreed"));
      if (answer === undefined) return undefined;
      const { count, head } = answer[0];
      return { count: Number(count), head: count === 0n ? laneId : bytes32(head) };
    },
    async inboundLane(laneId) {
      const [lane] = await call("inboundLane", [laneId], "latest");
      return {
        delivered: Number(lane.delivered),
        anchor: Number(lane.anchor),
        halted: Boolean(lane.halted),
      };
    },
    async validatorSet(block) {
      const ask = (at: string) => call("validatorSet", [], at, "agreed");
      const set = (await orPruned(ask(quantity(block)))) ?? (await ask("latest"));
      const seats: string[] = [...set.validators];
      return validatorSet(
        Number(set.epoch),
        Number(set.quorum),
        seats.map((each) => address(each)),
      );
    },
    vaultOf: async (counterpart) =>
      address((await call("vaultOf", [chainNumber(counterpart)], "latest"))[0]),
  };
}

/** What an endpoint refuses to tell about an old block, it has pruned. */
async function orPruned<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof EndpointRefusedError) return undefined;
    throw error;
  }
}

const quantity = (value: number): Hex => `0x${value.toString(16)}`;

async function readLogs(
  endpoint: Endpoint,
  gatewayAddress: Address,
  from: number,
  to: number,
): Promise<GatewayLog[]> {
  // An endpoint that lags answers an unknown range with no logs at all, so it must know the last block.
  if ((await headerAt(endpoint, quantity(to))) === undefined) {
    throw new EndpointBehindError("An RPC endpoint does not know a block yet.", {
      details: [`Endpoint: ${endpoint.name}`, `Block: ${to}`],
    });
  }
  const filter = {
    address: gatewayAddress,
    fromBlock: quantity(from),
    toBlock: quantity(to),
    topics: [Object.values(TOPICS)],
  };
  const logs = parseShape(rpcLogs, await sendLogs(endpoint, filter, to > from), "Logs");
  const inRange = ({ address, blockNumber }: RpcLog) =>
    isSameAddress(address, gatewayAddress) && blockNumber >= from && blockNumber <= to;
  if (!logs.every(inRange))
    throw new EndpointFailedError("An RPC endpoint sent logs that were not asked for.");
  const times = await timesOf(endpoint, logs);
  return logs
    .map((log) => decodeLog(log, times.get(log.blockNumber) ?? 0))
    .filter((log) => log !== undefined)
    .sort(byPosition);
}

/** A refusal of a range that no smaller range cures. */
const METHOD_UNKNOWN = -32_601;

/** Asks for logs; any other refusal of more than one block may be about the range's size. */
async function sendLogs(endpoint: Endpoint, filter: object, divisible: boolean): Promise<unknown> {
  try {
    return await endpoint.send({ method: "eth_getLogs", params: [filter] });
  } catch (cause) {
    const isRefused = cause instanceof EndpointRefusedError && cause.rpcCode !== METHOD_UNKNOWN;
    if (!divisible || !(isRefused || cause instanceof EndpointFailedError)) throw cause;
    throw new RangeTooLargeError("An RPC endpoint refused a range of blocks.", { cause });
  }
}

/** The times of blocks whose logs do not carry them. */
async function timesOf(endpoint: Endpoint, logs: readonly RpcLog[]): Promise<Map<number, number>> {
  const missing = new Set(
    logs.filter((log) => log.blockTimestamp === undefined).map((log) => log.blockNumber),
  );
  const waiting = [...missing];
  const times = new Map<number, number>();
  while (waiting.length > 0) {
    const some = waiting.splice(0, TIMES_AT_ONCE);
    const headers = await Promise.all(some.map((number) => headerAt(endpoint, quantity(number))));
    for (const header of headers) if (header !== undefined) times.set(header.number, header.time);
  }
  return times;
}
