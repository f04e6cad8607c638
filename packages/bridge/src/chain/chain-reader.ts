import { gatewayAbi } from "@ryugu/contracts";
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
import { Interface } from "ethers";
import { RangeTooLargeError } from "../domain/errors.ts";
import { byPosition, type GatewayLog } from "../domain/gateway-log.ts";
import type { BlockHeader } from "../domain/position.ts";
import type { ChainHeads, ChainReader } from "../ports/chain-reader.ts";
import { decodeLog, TOPICS } from "./decode-log.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import type { EndpointPool } from "./pool.ts";
import { type RpcLog, rpcBlock, rpcLogs } from "./rpc-shapes.ts";

const gateway = new Interface(gatewayAbi);

export interface ChainReaderOptions {
  chain: ChainId;
  gateway: Address;
  pool: EndpointPool;
  /** Whether the chain has a `finalized` tag worth asking for. */
  tagged: boolean;
}

/** Reads one chain through a pool of JSON-RPC endpoints. */
export function rpcChainReader(options: ChainReaderOptions): ChainReader {
  const { chain, pool } = options;

  const call = async (
    name: "outboundLane" | "inboundLane" | "vaultOf" | "validatorSet",
    args: readonly (Bytes32 | bigint)[],
    block: string,
    mode: "any" | "agreed" = "any",
  ) => {
    const data = gateway.encodeFunctionData(name, args);
    const result = await pool[mode]((endpoint) =>
      endpoint.send({ method: "eth_call", params: [{ to: options.gateway, data }, block] }),
    );
    try {
      return gateway.decodeFunctionResult(name, hex(result));
    } catch (cause) {
      throw new EndpointFailedError("The gateway did not answer as a gateway.", {
        cause,
        details: [`Chain: ${chain}`, `Gateway: ${options.gateway}`],
      });
    }
  };

  return {
    chain,
    distrust: pool.distrust,
    heads: async () => lowest(await pool.several((endpoint) => headsOf(endpoint, options.tagged))),
    block: (number) => pool.any((endpoint) => headerAt(endpoint, quantity(number))),
    logs: (from, to, mode) =>
      pool[mode](async (endpoint) => readLogs(endpoint, options.gateway, from, to)),
    async outboundLane(laneId, block) {
      const answer = await orPruned(call("outboundLane", [laneId], quantity(block), "agreed"));
      if (answer === undefined) return undefined;
      const { count, head } = answer[0];
      return { count: Number(count), head: count === 0n ? laneId : bytes32(head) };
    },
    async inboundLane(laneId) {
      const [lane] = await call("inboundLane", [laneId], "latest");
      return { delivered: Number(lane.delivered), anchor: Number(lane.anchor) };
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

async function headsOf(endpoint: Endpoint, tagged: boolean): Promise<ChainHeads> {
  const latest = await headerAt(endpoint, "latest");
  if (latest === undefined) throw new EndpointFailedError("The chain has no newest block.");
  const tag = tagged ? await headerAt(endpoint, "finalized") : undefined;
  return { latest, tagged: tag?.number };
}

/** Endpoints differ honestly about the newest block; only what all of them have got to counts. */
function lowest(heads: readonly ChainHeads[]): ChainHeads {
  return heads.reduce((low, { latest, tagged }) => ({
    latest: latest.number < low.latest.number ? latest : low.latest,
    tagged:
      low.tagged === undefined || tagged === undefined ? undefined : Math.min(low.tagged, tagged),
  }));
}

async function headerAt(endpoint: Endpoint, block: string): Promise<BlockHeader | undefined> {
  const answer = await endpoint.send({ method: "eth_getBlockByNumber", params: [block, false] });
  const header = parseShape(rpcBlock, answer, "A block");
  if (header === null) return undefined;
  const { number, hash, timestamp, baseFeePerGas } = header;
  return {
    number,
    hash,
    time: timestamp,
    ...(baseFeePerGas === undefined ? {} : { baseFee: baseFeePerGas }),
  };
}

async function readLogs(
  endpoint: Endpoint,
  gatewayAddress: Address,
  from: number,
  to: number,
): Promise<GatewayLog[]> {
  // An endpoint that lags answers an unknown range with no logs at all, so it must know the last block.
  if ((await headerAt(endpoint, quantity(to))) === undefined) {
    throw new EndpointFailedError("An RPC endpoint does not know a block yet.", {
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

/** Asks for logs; any refusal of more than one block may be about the range's size. */
async function sendLogs(endpoint: Endpoint, filter: object, divisible: boolean): Promise<unknown> {
  try {
    return await endpoint.send({ method: "eth_getLogs", params: [filter] });
  } catch (cause) {
    if (
      !divisible ||
      !(cause instanceof EndpointRefusedError || cause instanceof EndpointFailedError)
    )
      throw cause;
    throw new RangeTooLargeError("An RPC endpoint refused a range of blocks.", { cause });
  }
}

/** The times of blocks whose logs do not carry them. */
async function timesOf(endpoint: Endpoint, logs: readonly RpcLog[]): Promise<Map<number, number>> {
  const missing = new Set(
    logs.filter((log) => log.blockTimestamp === undefined).map((log) => log.blockNumber),
  );
  const times = new Map<number, number>();
  for (const number of missing) {
    times.set(number, (await headerAt(endpoint, quantity(number)))?.time ?? 0);
  }
  return times;
}
