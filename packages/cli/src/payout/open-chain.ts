import type { ContractLocation } from "@ryugu/sdk/payout";
import type { Address } from "@ryugu/sdk/primitives";
import { readEndpoints } from "../chain/endpoints.ts";
import { FailoverProvider } from "../chain/failover-provider.ts";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { assertRightChain } from "../zone/founding/open-chains.ts";

/** How a command line names the chain. */
export interface ChainOptions {
  rpc: readonly string[];
}

/** A contract of the chain that was named. */
export type At = (account: Address) => ContractLocation;

/**
 * Lends the one chain that `--rpc` names to a function, and closes it whatever happens.
 *
 * @throws UsageError, EndpointWrongChainError, ChainUnavailableError
 */
export async function withChain<T>(
  cli: Cli,
  { rpc }: ChainOptions,
  use: (at: At) => Promise<T>,
): Promise<T> {
  const [chain, ...more] = readEndpoints(rpc);
  if (chain === undefined || more.length > 0) {
    throw new UsageError("Name one chain: --rpc eip155:1=https://rpc.example", {
      details: more.map(({ id }) => `Also named: ${id}`),
    });
  }
  await assertRightChain(cli, chain);
  const provider = new FailoverProvider(chain);
  try {
    return await use((account) => ({ chain: chain.id, address: account, provider }));
  } finally {
    provider.destroy();
  }
}
