import type { ContractLocation } from "@ryugu/sdk/payout";
import { type Address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import { readEndpoints } from "../chain/endpoints.ts";
import { type ConnectedChain, FailoverProvider } from "../chain/failover-provider.ts";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { assertRightChain } from "../zone/founding/open-chains.ts";
import { openZone, type ZoneOptions } from "../zone/open-zone.ts";
import type { LocalZone } from "../zone/ready-file.ts";

/** How a command line names the chain: one of a zone's, or any by its endpoints. */
export interface ChainOptions extends ZoneOptions {
  chain?: string;
  rpc?: readonly string[];
}

/** A contract of the chain that was named. */
export type At = (account: Address) => ContractLocation;

/**
 * Lends the one chain that is meant to a function, and closes it whatever happens.
 *
 * @param told - the chain's id where the thing itself says it, as a signed claim does
 * @throws UsageError, EndpointWrongChainError, ChainUnavailableError, and all that opening a zone throws where no endpoint is given
 */
export async function withChain<T>(
  cli: Cli,
  options: ChainOptions,
  use: (at: At, local?: LocalZone) => Promise<T>,
  told?: ChainId,
): Promise<T> {
  const wanted = options.chain === undefined ? told : chainId(options.chain);
  const { chain, local } = await chainOf(cli, options, wanted);
  await assertRightChain(cli, chain);
  const provider = new FailoverProvider(chain);
  try {
    return await use((account) => ({ chain: chain.id, address: account, provider }), local);
  } finally {
    provider.destroy();
  }
}

async function chainOf(
  cli: Cli,
  options: ChainOptions,
  wanted: ChainId | undefined,
): Promise<{ readonly chain: ConnectedChain; readonly local?: LocalZone | undefined }> {
  if (options.rpc !== undefined) return { chain: endpointsOf(options.rpc, wanted) };
  const { zone, local } = await openZone(cli, options);
  return { chain: wanted === undefined ? onlyChain(zone) : zoneChain(zone, wanted), local };
}

function endpointsOf(rpc: readonly string[], wanted: ChainId | undefined): ConnectedChain {
  const [chain, ...more] = readEndpoints(rpc);
  if (chain === undefined || more.length > 0) {
    throw new UsageError("Name one chain: --rpc eip155:1=https://rpc.example", {
      details: more.map(({ id }) => `Also named: ${id}`),
    });
  }
  if (wanted === undefined || wanted === chain.id) return chain;
  throw new UsageError(`--rpc is of ${chain.id}, and ${wanted} is meant.`);
}

function onlyChain({ manifest }: Zone): ConnectedChain {
  const [chain, ...more] = manifest.chains;
  if (chain !== undefined && more.length === 0) return chain;
  throw new UsageError("The zone has several chains. Name one: --chain <id>", {
    details: manifest.chains.map(({ id, name }) => `${id} ${name}`),
  });
}
