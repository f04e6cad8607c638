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
} from "@ryugu/sdk/primitives";
import { byPosition, type GatewayLog } from "../domain/gateway-log.ts";
import type { ChainReader } from "../ports/chain-reader.ts";
import { decodeLog, TOPICS } from "./decode-log.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError, EndpointRefusedError } from "./errors.ts";
import { type GatewayView, gatewayViews } from "./gateway-views.ts";
import { headerAt, headsOf } from "./heads.ts";
import { logsInRange } from "./log-range.ts";
import type { EndpointPool } from "./pool.ts";

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
  const filter = { addresses: [gatewayAddress], topics: [Object.values(TOPICS)] };
  return (await logsInRange(endpoint, filter, from, to))
    .map(({ log, time }) => decodeLog(log, time))
    .filter((log) => log !== undefined)
    .sort(byPosition);
}
