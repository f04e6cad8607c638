import type { ChainFacts, CoveredChain } from "../../payout/statement/index.ts";
import { arrivedAt } from "./chain-part.ts";
import type { FactChain } from "./fact-chain.ts";
import { ChainFollower } from "./follow-chain.ts";
import { royaltyMessages } from "./messages.ts";
import { readChain, readTransfers } from "./read-chain.ts";

/** What is read for facts. */
export interface FactQuery {
  readonly chains: readonly FactChain[];
  /** Told of each chain when its logs are read: reading may take minutes. */
  readonly onChain?: (covered: CoveredChain) => void;
}

/**
 * Reads what chains tell of sales, payments, refunds, claims, and money that splits and routers pass on, from their logs alone: what
 * `deriveStatement` and `chainTotals` are made from. Royalties that crossed are followed from the sale to whom they are for, where
 * both chains are read.
 *
 * Money in a split or router is of what came first. What no payment explains came from elsewhere: then a batch's sources sum to less
 * than it. Whose word counts is the caller's to say: see {@link FactChain}.
 *
 * @throws LogsRefusedError where an endpoint gives logs over too few blocks, PayoutUnavailableError where it lacks a block, and
 * whatever a provider throws
 *
 * @example
 * const facts = await readFacts({ chains: [{ id, provider, fromBlock, markets: [market], rails: [rail], splitFactories: [factory] }] });
 * const statement = deriveStatement(facts, request);
 */
export async function readFacts({ chains, onChain }: FactQuery): Promise<ChainFacts> {
  const records = await Promise.all(
    chains.map(async (chain) => {
      const record = await readChain(chain);
      onChain?.(record.covered);
      return record;
    }),
  );
  const messages = await royaltyMessages(records);
  const returned = new Set(
    records.flatMap(({ logs }) =>
      logs.flatMap(({ name, args }) => (name === "MessageReturned" ? [args.messageId] : [])),
    ),
  );
  const routers = [...messages.values()];
  const conduits = new Map(
    records.map(({ chain, splits }) => [
      chain.id,
      new Set<string>([
        ...splits,
        ...(chain.routers ?? []),
        ...routers.filter(({ fromChain }) => fromChain === chain.id).map(({ router }) => router),
      ]),
    ]),
  );
  const transfers = new Map(
    await Promise.all(
      records.map(async (record) => {
        const here = routers.filter(({ toChain }) => toChain === record.chain.id);
        const tokens = [...new Set(here.map(({ homeCurrency }) => homeCurrency))];
        const accounts = [...new Set(here.map(({ recipient }) => recipient))];
        return [record.chain.id, await readTransfers(record, tokens, accounts)] as const;
      }),
    ),
  );
  const known = { messages, returned, conduits, transfers };
  const parts = records.map((record) => new ChainFollower(record, known).follow());
  const arrivals = new Map(parts.flatMap((part) => [...part.arrivals]));
  return {
    chains: records.map(({ covered }) => covered),
    sales: parts.flatMap(({ sales }) => sales),
    shares: parts.flatMap(({ shares }) => shares),
    batches: parts
      .flatMap(({ batches }) => batches)
      .map((batch) => arrivedAt(batch, arrivals.get(batch.messageId))),
    refunds: parts.flatMap(({ refunds }) => refunds),
    claims: parts.flatMap(({ claims }) => claims),
  };
}
