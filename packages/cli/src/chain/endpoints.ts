import { type ChainId, chainId } from "@ryugu/sdk/primitives";
import { UsageError } from "../errors.ts";
import { isWebAddress } from "../input/read-source.ts";
import type { ConnectedChain } from "./failover-provider.ts";

/**
 * Reads what was typed after `--rpc`: `eip155:1=https://rpc.example`. Several endpoints of one chain are asked in turn.
 *
 * @throws UsageError, InvalidChainIdError
 */
export function readEndpoints(endpoints: readonly string[]): ConnectedChain[] {
  const urls = new Map<ChainId, string[]>();
  for (const endpoint of endpoints) {
    const [id, url] = readEndpoint(endpoint);
    urls.set(id, [...(urls.get(id) ?? []), url]);
  }
  return [...urls].map(([id, [first = "", ...more]]) => ({
    id,
    name: id,
    rpcUrls: [first, ...more],
  }));
}

function readEndpoint(endpoint: string): [ChainId, string] {
  const [, id, url] = /^([^=]+)=(.+)$/.exec(endpoint) ?? [];
  if (id === undefined || url === undefined || !isWebAddress(url) || !URL.canParse(url)) {
    throw new UsageError(`--rpc is no chain and its endpoint: ${endpoint}`, {
      details: ["Such as: --rpc eip155:1=https://rpc.example"],
    });
  }
  return [chainId(id), url];
}
