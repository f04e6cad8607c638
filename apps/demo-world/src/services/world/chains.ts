import type { Zone } from "@ryugu/sdk/zone";
import { FetchRequest, JsonRpcProvider, Network } from "ethers";

/** A chain that does not answer within this is taken for silent, in milliseconds. */
const TIMEOUT = 8_000;
/** Blocks of the zone's chains come every second or faster. */
const POLLING = 250;

/** The zone's chains, each asked through one connection. */
export interface Chains {
  provider(chain: string): JsonRpcProvider;
}

/** Opens connections as they are asked for. */
export function openChains(zone: Zone): Chains {
  const open = new Map<string, JsonRpcProvider>();
  return {
    provider(chain) {
      const known = open.get(chain);
      if (known !== undefined) return known;
      const url = zone.manifest.chains.find(({ id }) => id === chain)?.rpcUrls[0] ?? "";
      const request = new FetchRequest(url);
      request.timeout = TIMEOUT;
      const network = Network.from(BigInt(chain.split(":")[1] ?? "0"));
      const provider = new JsonRpcProvider(request, network, {
        staticNetwork: network,
        // Nonces and balances change within a crossing: what was true a moment ago is not asked twice.
        cacheTimeout: -1,
        pollingInterval: POLLING,
      });
      provider.pollingInterval = POLLING;
      open.set(chain, provider);
      return provider;
    },
  };
}
