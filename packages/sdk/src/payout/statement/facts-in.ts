import type { Address, ChainId } from "../../primitives/index.ts";
import type { ChainFacts } from "./facts.ts";

/**
 * Of facts those in some currencies. Anybody can make a token and pay somebody with it, who would then have no statement: nobody knows
 * what it is worth in yen. Who derives a statement for strangers leaves such money out.
 */
export function factsIn(
  facts: ChainFacts,
  currencies: readonly { readonly chain: string; readonly address: string }[],
): ChainFacts {
  const known = new Set(currencies.map(({ chain, address }) => `${chain}/${address}`));
  const has = (chain: ChainId, currency: Address) => known.has(`${chain}/${currency}`);
  const isIn = ({ chain, currency }: { chain: ChainId; currency: Address }) => has(chain, currency);
  return {
    chains: facts.chains,
    sales: facts.sales.filter(isIn),
    shares: facts.shares.filter(isIn),
    batches: facts.batches.filter(
      ({ fromChain, toChain, currency, homeCurrency }) =>
        has(fromChain, currency) && has(toChain, homeCurrency),
    ),
    refunds: facts.refunds.filter(isIn),
    claims: facts.claims.filter(isIn),
  };
}
