import type { ChainId } from "@ryugu/sdk/primitives";
import { type Zone, type ZoneChain, zoneChain } from "@ryugu/sdk/zone";
import type { JsonRpcProvider } from "ethers";
import { type ConnectedChain, FailoverProvider } from "./failover-provider.ts";

/** A zone's chains, connected when first asked. */
export interface Chains {
  provider(chain: ZoneChain): JsonRpcProvider;
  /** The provider for a chain id. Throws NotInZoneError. */
  providerOf(id: ChainId): JsonRpcProvider;
}

/**
 * Lends a zone's chains to a function, and closes them whatever happens.
 *
 * @param instead - chains that are reached otherwise than the manifest says
 */
export async function withChains<T>(
  zone: Zone,
  use: (chains: Chains) => Promise<T>,
  instead: readonly ConnectedChain[] = [],
): Promise<T> {
  const open = new Map<ChainId, JsonRpcProvider>();
  const provider = (chain: ZoneChain) => {
    const { rpcUrls } = instead.find(({ id }) => id === chain.id) ?? chain;
    const known = open.get(chain.id) ?? new FailoverProvider({ ...chain, rpcUrls });
    open.set(chain.id, known);
    return known;
  };
  try {
    return await use({ provider, providerOf: (id) => provider(zoneChain(zone, id)) });
  } finally {
    for (const each of open.values()) each.destroy();
  }
}
