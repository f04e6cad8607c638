import type { Hex } from "@ryugu/sdk/primitives";
import { zoneChain } from "@ryugu/sdk/zone";
import { rpcChainReader } from "../../src/chain/chain-reader.ts";
import type { RpcRequest } from "../../src/chain/endpoint.ts";
import { endpointPool } from "../../src/chain/pool.ts";
import type { OpenedChain } from "../../src/main/parts.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Report } from "../../src/ports/report.ts";
import { SimEndpoint } from "../chains/endpoint.ts";
import type { SimChain } from "../chains/sim-chain.ts";
import { chanceFor } from "../world/chance.ts";
import { ZONE } from "../world/zone.ts";
import type { Life } from "./life.ts";
import { RPC_TIMEOUT } from "./partner.ts";
import type { Surroundings } from "./surroundings.ts";

/** RPC endpoints that each node has of each chain, and how many of them must agree. */
const ENDPOINTS = 3;
const AGREEMENT = 2;
/** After this long without an answer another endpoint is asked too, in milliseconds. */
const PATIENCE = 500;

/** A node's own endpoints of each chain. They stay when its process ends. */
export function endpointsOf({ seed, time, chains }: Surroundings, index: number): SimEndpoint[][] {
  return chains.map((chain, c) =>
    Array.from({ length: ENDPOINTS }, (_, e) => {
      const name = `http://chain-${c}-${e}.node-${index}.simulation`;
      const random = chanceFor(seed, name);
      return new SimEndpoint(name, chain, { time, random, timeout: RPC_TIMEOUT });
    }),
  );
}

/** Each chain as a process of the node reads it: through the real pool of endpoints. */
export function openChains(life: Life, clock: Clock, report: Report): OpenedChain[] {
  const { around, lifeline, node } = life;
  const { agreement = AGREEMENT } = around.plant;
  return around.chains.map((simulated, i) => {
    const { id: chain, finality } = simulated.nature;
    const endpoints = (node.endpoints[i] ?? []).map((endpoint) => ({
      name: endpoint.name,
      send: (request: RpcRequest) =>
        lifeline.call(request.method, () => {
          noteSent(life, simulated, request);
          return endpoint.send(request);
        }),
    }));
    const options = { chain, endpoints, agreement, patience: PATIENCE };
    const pool = endpointPool({ ...options, clock, report });
    const { gateway } = zoneChain(ZONE, chain);
    const tagged = finality.kind === "tag";
    return { pool, reader: rpcChainReader({ chain, gateway, pool, tagged }) };
  });
}

/** What leaves the node counts, whatever becomes of it on the way. */
function noteSent({ around, node }: Life, chain: SimChain, { method, params }: RpcRequest): void {
  if (method !== "eth_sendRawTransaction") return;
  const transaction = chain.transactionOf(params[0] as Hex);
  if (transaction !== undefined) around.onTransaction(node, chain, transaction);
}
