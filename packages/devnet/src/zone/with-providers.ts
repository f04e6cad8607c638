import type { JsonRpcProvider } from "ethers";
import { localUrl } from "../chain/anvil.ts";
import { localProvider } from "../chain/provider.ts";
import type { ZoneShape } from "./plan.ts";
import type { ZonePorts } from "./port-plan.ts";

/** What is known of a zone when its chains are asked. */
export interface ChainAccess {
  shape: ZoneShape;
  ports: ZonePorts;
  /** Providers that are in use. */
  providers: Set<JsonRpcProvider>;
}

/** A provider for a chain, by its slug. Throws RangeError. */
export type ProviderOf = (slug: string) => JsonRpcProvider;

/**
 * Does something with a provider for each chain, which are destroyed when it is done, or when the zone stops meanwhile: what is
 * still going on then must not reach the same chains of a next start.
 */
export async function withProviders<T>(
  { shape, ports, providers }: ChainAccess,
  work: (providerOf: ProviderOf) => Promise<T>,
): Promise<T> {
  const own = new Map(
    shape.chains.map(({ slug, number }) => [
      slug,
      localProvider(localUrl(ports.chains[slug] ?? 0), number),
    ]),
  );
  for (const provider of own.values()) providers.add(provider);
  try {
    return await work((slug) => {
      const provider = own.get(slug);
      if (provider === undefined) throw new RangeError(`The zone has no chain ${slug}.`);
      return provider;
    });
  } finally {
    for (const provider of own.values()) {
      provider.destroy();
      providers.delete(provider);
    }
  }
}
