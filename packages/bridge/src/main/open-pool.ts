import { checkedEndpoint } from "../chain/chain-check.ts";
import { httpEndpoint } from "../chain/endpoint.ts";
import { type EndpointPool, endpointPool } from "../chain/pool.ts";
import type { NodeConfig } from "../config/schema.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";

/** How long one RPC endpoint is waited for before another is asked too, in milliseconds. */
const MOST_PATIENCE = 2_000;

/** Opens one chain's endpoints as the configuration names them. Asks nothing yet. */
export function openPool(
  { tuning }: Pick<NodeConfig, "tuning">,
  { id, rpcUrls, agreement }: NodeConfig["chains"][number],
  clock: Clock,
  report: Report,
): EndpointPool {
  const { rpcTimeoutMs } = tuning;
  const endpoints = rpcUrls.map((url) => checkedEndpoint(id, httpEndpoint(url, rpcTimeoutMs)));
  const patience = Math.min(MOST_PATIENCE, rpcTimeoutMs / 2);
  return endpointPool({ chain: id, endpoints, agreement, patience, clock, report });
}
