import type { ChainFacts } from "../../payout/statement/index.ts";
import type { ChainLogs, RoyaltySource } from "./chain-logs.ts";
import { arrivedAt } from "./chain-part.ts";
import { ChainFollower } from "./follow-chain.ts";
import { type RoyaltyMessage, royaltyMessages } from "./messages.ts";

/**
 * Follows the money through chains' logs that the caller has read: what `readFacts` makes of those that it reads itself. Who keeps an
 * index of logs so derives the same statements from it as from the chains.
 */
export async function factsOfLogs(
  chains: readonly ChainLogs[],
  source: RoyaltySource,
): Promise<ChainFacts> {
  const messages = await royaltyMessages(chains, source);
  const returned = new Set(
    chains.flatMap(({ logs }) =>
      logs.flatMap(({ name, args }) => (name === "MessageReturned" ? [args.messageId] : [])),
    ),
  );
  const routers = [...messages.values()];
  const conduits = new Map(chains.map((chain) => [chain.covered.id, conduitsOf(chain, routers)]));
  const transfers = new Map(
    await Promise.all(
      chains.map(async ({ covered: { id } }) => {
        const here = routers.filter(({ toChain }) => toChain === id);
        const tokens = [...new Set(here.map(({ homeCurrency }) => homeCurrency))];
        const accounts = [...new Set(here.map(({ recipient }) => recipient))];
        return [id, await source.transfers(id, tokens, accounts)] as const;
      }),
    ),
  );
  const known = { messages, returned, conduits, transfers };
  const parts = chains.map((chain) => new ChainFollower(chain, known).follow());
  const arrivals = new Map(parts.flatMap((part) => [...part.arrivals]));
  return {
    chains: chains.map(({ covered }) => covered),
    sales: parts.flatMap(({ sales }) => sales),
    shares: parts.flatMap(({ shares }) => shares),
    batches: parts
      .flatMap(({ batches }) => batches)
      .map((batch) => arrivedAt(batch, arrivals.get(batch.messageId))),
    refunds: parts.flatMap(({ refunds }) => refunds),
    claims: parts.flatMap(({ claims }) => claims),
  };
}

/** Whoever passes money on. */
function conduitsOf({ covered, splits, routers }: ChainLogs, sent: readonly RoyaltyMessage[]) {
  const here = sent.filter(({ fromChain }) => fromChain === covered.id);
  return new Set<string>([...splits, ...routers, ...here.map(({ router }) => router)]);
}
