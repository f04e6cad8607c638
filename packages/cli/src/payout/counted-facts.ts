import type { ChainFacts } from "@ryugu/sdk/payout/statement";
import type { Address, ChainId } from "@ryugu/sdk/primitives";

/** Facts of some currencies alone: a stranger can pay anybody in worthless ones, through any rail. */
export function countedFacts(
  facts: ChainFacts,
  currencies: readonly { readonly chain: string; readonly address: Address }[],
): ChainFacts {
  const named = new Set(currencies.map(({ chain, address }) => `${chain}/${address}`));
  const isCounted = (chain: ChainId, currency: Address) => named.has(`${chain}/${currency}`);
  const here = ({ chain, currency }: { chain: ChainId; currency: Address }) =>
    isCounted(chain, currency);
  return {
    chains: facts.chains,
    sales: facts.sales.filter(here),
    shares: facts.shares.filter(here),
    refunds: facts.refunds.filter(here),
    claims: facts.claims.filter(here),
    batches: facts.batches.filter(({ fromChain, currency }) => isCounted(fromChain, currency)),
  };
}
