import type { ChainFacts, Reconciliation, Statement } from "@ryugu/sdk/payout/statement";
import { sumOf } from "./model/lot.ts";
import type { ChainRun } from "./run-chains.ts";

/** What a run over real chains is told with. */
export interface BookRun {
  readonly seed: number;
  readonly lookEvery: number;
  readonly seconds: number;
  readonly run: ChainRun;
  readonly facts: ChainFacts;
  readonly chains: { readonly statements: Statement[]; readonly reconciliation: Reconciliation };
  readonly wrong: readonly string[];
}

/** A run as a page. */
export function bookReport({
  seed,
  lookEvery,
  seconds,
  run,
  facts,
  chains,
  wrong,
}: BookRun): string {
  const { reconciliation, statements } = chains;
  const lines = sumOf(statements.map((one) => ({ amount: BigInt(one.lines.length) })));
  const crossed = facts.batches.filter(({ fromChain, toChain }) => fromChain !== toChain);
  return `# The books of a run

Written by \`npm run soak:books\`. [The laws](../concepts/invariants.md#the-books-of-sales) say what was compared.

Seed ${seed}: ${facts.sales.length} sales on two real chains in ${run.deeds.length} deeds, ${seconds} s. ${
    wrong.length === 0 ? "Nothing differs." : `**${wrong.length} things differ.**`
  }

- What came of each deed, its order's record, and every ${lookEvery === 1 ? "" : `${lookEvery}th `}time all balances, credits, rounds, the ledger and the vault
  of its chain, are the model's.
- From the chains' logs alone: ${facts.shares.length} shares, ${facts.batches.length} times that money was passed on, of which ${crossed.length} over the
  lane, ${facts.refunds.length} refunds, ${facts.claims.length} claims.
- ${statements.length} statements with ${lines} lines account for ${reconciliation.payments} payments and ${reconciliation.batches} batches, and are the model's to the unit.

${wrong.map((one) => `    ${one}\n`).join("")}
## Sums

Of each currency, in its units.

| chain | currency | sales | paid | royalties | fees | credited at first | given back |
|---|---|--:|--:|--:|--:|--:|--:|
${sums(facts)}

## What was done and refused

| deed | times |
|---|--:|
${[...run.outcomes]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, times]) => `| ${name} | ${times} |`)
  .join("\n")}
`;
}

function sums({ sales, shares, refunds }: ChainFacts): string {
  const names = [...new Set(sales.map(({ chain, currency }) => `${chain} ${currency}`))].sort();
  return names
    .map((name) => {
      const isIt = (one: { chain: string; currency: string }) =>
        `${one.chain} ${one.currency}` === name;
      const own = sales.filter(isIt);
      const total = (of: "price" | "royalty" | "fee") =>
        sumOf(own.map((sale) => ({ amount: sale[of] })));
      const credited = shares.filter((share) => isIt(share) && share.isCredited);
      const [chain, currency] = name.split(" ");
      const figures = [own.length, total("price"), total("royalty"), total("fee"), sumOf(credited)];
      return `| ${chain} | \`${currency}\` | ${figures.join(" | ")} | ${sumOf(refunds.filter(isIt))} |`;
    })
    .join("\n");
}
