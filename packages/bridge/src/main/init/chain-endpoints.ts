import type { ChainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import { ConfigError } from "../../config/errors.ts";
import { operatorOf } from "../../domain/independence.ts";

/** How the new node reaches one chain. */
export interface ChainEndpoints {
  id: ChainId;
  name: string;
  rpcUrls: string[];
  agreement: number;
  /** Whether the operator named them; otherwise they are the manifest's, which everybody shares. */
  own: boolean;
}

/** From so many independent endpoints on, one may be down or lie and two others still agree. */
const ENOUGH_TO_AGREE = 3;

/**
 * Gives each of the zone's chains the endpoints that were named for it, or the manifest's.
 *
 * @param named - `<chain>=<url>` each
 * @throws ConfigError
 */
export function chainEndpoints(zone: Zone, named: readonly string[]): ChainEndpoints[] {
  const pairs = named.map(readPair);
  const { chains } = zone.manifest;
  const foreign = pairs.find(({ chain }) => !chains.some(({ id }) => id === chain));
  if (foreign !== undefined) {
    throw new ConfigError("The zone has no such chain.", {
      details: [`Got: ${foreign.chain}`, `The zone's: ${chains.map(({ id }) => id).join(", ")}`],
    });
  }
  return chains.map(({ id, name, rpcUrls }) => {
    const own = pairs.filter(({ chain }) => chain === id).map(({ url }) => url);
    const used = own.length > 0 ? own : [...rpcUrls];
    const agreement = new Set(used.map(operatorOf)).size >= ENOUGH_TO_AGREE ? 2 : 1;
    return { id, name, rpcUrls: used, agreement, own: own.length > 0 };
  });
}

function readPair(text: string): { chain: string; url: string } {
  const [, chain, url] = /^(eip155:\d+)=(https?:\/\/\S+)$/.exec(text) ?? [];
  if (chain !== undefined && url !== undefined) return { chain, url };
  throw new ConfigError("--rpc is not a chain and an endpoint.", {
    // An endpoint's URL often carries the provider's key: it is not repeated.
    details: ["Expected: --rpc eip155:1=https://…"],
  });
}
