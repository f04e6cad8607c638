import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { UsageError } from "../errors.ts";

/** A contract on a chain: CAIP-10, `eip155:1:0x…`. */
export interface ChainContract {
  readonly chain: ChainId;
  readonly address: Address;
}

/** Whose word counts on each chain, as typed. */
export interface SourceOptions {
  market?: readonly string[];
  rail?: readonly string[];
  splits?: readonly string[];
  currency: readonly string[];
}

/** Whose word counts on each chain, and what counts as money. Logs of anybody else count for nothing. */
export interface Sources {
  readonly markets: readonly ChainContract[];
  readonly rails: readonly ChainContract[];
  readonly splitFactories: readonly ChainContract[];
  readonly currencies: readonly ChainContract[];
}

/**
 * Reads the contracts that a command line names.
 *
 * @throws UsageError, InvalidChainIdError, InvalidAddressError
 */
export function readSources(options: SourceOptions): Sources {
  return {
    markets: (options.market ?? []).map((text) => readContractId(text, "--market")),
    rails: (options.rail ?? []).map((text) => readContractId(text, "--rail")),
    splitFactories: (options.splits ?? []).map((text) => readContractId(text, "--splits")),
    currencies: options.currency.map((text) => readContractId(text, "--currency")),
  };
}

/** The contracts of one chain. */
export function onChain(chain: ChainId, contracts: readonly ChainContract[]): Address[] {
  return contracts.filter((each) => each.chain === chain).map((each) => each.address);
}

function readContractId(text: string, option: string): ChainContract {
  const [, chain, account] = /^([^:]+:[^:]+):([^:]+)$/.exec(text) ?? [];
  if (chain !== undefined && account !== undefined) {
    return { chain: chainId(chain), address: address(account) };
  }
  throw new UsageError(`${option} is no contract on a chain: ${text.slice(0, 120)}`, {
    details: ["Such as: eip155:31001:0x…"],
  });
}
