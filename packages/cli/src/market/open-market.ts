import { type Market, orderMarket } from "@ryugu/sdk/market";
import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { JsonRpcProvider, Signer } from "ethers";
import { withChains } from "../chain/chains.ts";
import type { Cli } from "../cli.ts";
import type { KeyOptions } from "../keys/key-place.ts";
import { loadKey } from "../keys/load-key.ts";
import { type OpenZone, openZone, type ZoneOptions } from "../zone/open-zone.ts";

/** A market on one of the zone's chains. */
export interface OpenMarket {
  readonly zone: OpenZone["zone"];
  readonly market: Market;
  readonly provider: JsonRpcProvider;
  /** Opens the key that signs and pays. */
  signer(options: KeyOptions): Promise<Signer>;
}

/** Lends a market to a function, and closes its chain whatever happens. */
export async function withMarket<T>(
  cli: Cli,
  place: { readonly chain: ChainId; readonly market: Address },
  options: ZoneOptions,
  use: (open: OpenMarket) => Promise<T>,
): Promise<T> {
  const { zone, local } = await openZone(cli, options);
  return withChains(zone, async (chains) => {
    const provider = chains.providerOf(place.chain);
    return use({
      ...{ zone, provider },
      market: orderMarket({ chain: place.chain, address: place.market, provider }),
      signer: async (key) => (await loadKey(cli, key, local)).connect(provider),
    });
  });
}
