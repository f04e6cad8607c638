import { type FactChain, readFacts } from "@ryugu/sdk/market";
import {
  deriveStatement,
  factsIn,
  requestOf,
  type SignedStatement,
  type Statement,
  type StatementCurrency,
  type StatementRequest,
} from "@ryugu/sdk/payout/statement";
import { isSameAddress } from "@ryugu/sdk/primitives";
import { type Zone, zoneChain } from "@ryugu/sdk/zone";
import type { Chains } from "../chain/chains.ts";
import { finalBlock } from "../chain/final-block.ts";
import type { Cli } from "../cli.ts";
import { grouped } from "../output/number.ts";
import { faint } from "../output/style.ts";
import { statementCurrencies } from "./currency-terms.ts";
import { onChain, type Sources } from "./sources.ts";
import type { StatementWish } from "./statement-words.ts";

/**
 * Derives a statement from nothing but the chains' logs.
 *
 * @param theirs - a statement whose blocks are read, and whose names and rules are taken over; final blocks up to now where left out
 * @throws UsageError, NotInZoneError, ChainUnavailableError, and all that `readFacts` and `deriveStatement` throw
 */
export async function deriveFromChains(
  cli: Cli,
  zone: Zone,
  chains: Chains,
  { sources, wish }: { readonly sources: Sources; readonly wish: StatementWish },
  theirs?: SignedStatement,
): Promise<Statement> {
  const currencies = await statementCurrencies(zone, chains, sources);
  const ranges = theirs === undefined ? await finalRanges(zone, chains) : theirs.chains;
  for (const { id, fromBlock, toBlock } of ranges) {
    const blocks = `blocks ${grouped(fromBlock)} to ${grouped(toBlock)}`;
    cli.output.progress(faint(`Reading ${zoneChain(zone, id).name} (${id}), ${blocks} …`));
  }
  const facts = await readFacts({
    chains: ranges.map((range) => factChain(zone, chains, sources, range)),
    onChain: ({ id }) => cli.output.progress(faint(`${zoneChain(zone, id).name} is read.`)),
  });
  const request =
    theirs === undefined ? ownRequest(zone, wish, currencies) : sameRequest(theirs, currencies);
  return deriveStatement(factsIn(facts, currencies), request);
}

/** The blocks of a chain that are read. */
type Range = Pick<FactChain, "id" | "fromBlock"> & { readonly toBlock: number };

function finalRanges({ manifest }: Zone, chains: Chains): Promise<Range[]> {
  return Promise.all(
    manifest.chains.map(async (chain) => ({
      id: chain.id,
      fromBlock: chain.startBlock,
      toBlock: await finalBlock(chains.provider(chain), chain.finality),
    })),
  );
}

function factChain(
  zone: Zone,
  chains: Chains,
  { markets, rails, splitFactories }: Sources,
  { id, fromBlock, toBlock }: Range,
): FactChain {
  return {
    ...{ id, fromBlock, toBlock, provider: chains.providerOf(id) },
    markets: onChain(id, markets),
    rails: onChain(id, rails),
    splitFactories: onChain(id, splitFactories),
    gateway: zoneChain(zone, id).gateway,
  };
}

function ownRequest(
  { id: zoneId, manifest }: Zone,
  { accounts, period }: StatementWish,
  currencies: StatementCurrency[],
): StatementRequest {
  const names = Object.fromEntries(manifest.chains.map(({ id, name }) => [id, name]));
  return { zoneId, creator: { accounts: [...accounts] }, period, currencies, names };
}

/** What only its signer can say is taken over: names, rules for the books. How many decimals there are, the chain says. */
function sameRequest(theirs: SignedStatement, currencies: StatementCurrency[]): StatementRequest {
  return {
    ...requestOf(theirs),
    currencies: currencies.map((own) => {
      const told = theirs.currencies.find(
        ({ chain, address }) => chain === own.chain && isSameAddress(address, own.address),
      );
      return told === undefined ? own : { ...told, decimals: own.decimals };
    }),
  };
}
