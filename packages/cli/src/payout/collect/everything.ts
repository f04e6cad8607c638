import {
  claimEverything,
  type FoundSplit,
  findRouters,
  findSplits,
  type RoyaltyRouter,
} from "@ryugu/sdk/payout";
import type { ChainId } from "@ryugu/sdk/primitives";
import { onChain } from "../sources.ts";
import { type CollectContext, searched } from "./context.ts";
import { deliverFrom } from "./deliver.ts";
import { divideSplits } from "./divide.ts";
import { forwardFrom } from "./forward.ts";
import { type Collected, leftBy } from "./outcome.ts";

/**
 * Brings a payee everything that is theirs on all chains of a zone, and tells of each thing: royalties in routers are sent home, royalty
 * messages delivered, splits divided, credits claimed, in this order, as each gives the next something to do. A chain that does not
 * answer does not keep the others. What is done is not there any more, so that calling again goes on where it stopped.
 */
export async function* collectEverything(
  context: CollectContext,
): AsyncGenerator<Collected, void, void> {
  const { zone } = context;
  const splits = new Map<ChainId, readonly FoundSplit[]>();
  for (const { id } of zone.manifest.chains) {
    const found = yield* searched(context, id, () => splitsOn(context, id));
    if (found !== undefined) splits.set(id, found);
  }
  const leading = (id: ChainId) => (splits.get(id) ?? []).filter((it) => it.distance !== undefined);
  // A chain that did not answer is asked no more.
  const living = zone.manifest.chains.map(({ id }) => id).filter((id) => splits.has(id));
  const routers: RoyaltyRouter[] = [];
  for (const id of living) {
    const receiversOn = (home: ChainId) => [
      context.payee,
      ...leading(home).map((it) => it.address),
    ];
    const search = { zone, providerFor: context.chains.provider, receiversOn };
    routers.push(...((yield* searched(context, id, () => findRouters(id, search))) ?? []));
  }
  for (const router of routers) yield* forwardFrom(context, router);
  for (const router of routers) {
    if (living.includes(router.homeChain)) yield* deliverFrom(context, router);
  }
  for (const id of living) yield* divideSplits(context, id, leading(id));
  for (const id of living) yield* claimOn(context, id, splits.get(id) ?? []);
}

function splitsOn({ payee, chains, sources, zone }: CollectContext, chain: ChainId) {
  return findSplits(payee, {
    ...{ chain, provider: chains.providerOf(chain) },
    factories: onChain(chain, sources.splitFactories),
    fromBlock: zone.manifest.chains.find(({ id }) => id === chain)?.startBlock ?? 0,
  });
}

/** Credits may also lie in splits that do not pay the account any more. */
async function* claimOn(
  context: CollectContext,
  chain: ChainId,
  splits: readonly FoundSplit[],
): AsyncGenerator<Collected, void, void> {
  const { sources, currencies, to } = context;
  const places = [...onChain(chain, sources.rails), ...splits.map(({ address }) => address)];
  const search = {
    ...{ chain, places, provider: context.chains.providerOf(chain), ...context.persist },
    currencies: onChain(chain, currencies),
    ...(to !== undefined && { to }),
  };
  try {
    for await (const claim of claimEverything(context.signerOn(chain), search)) {
      const { place, currency, amount } = claim;
      const what = { step: "claim" as const, chain, place, currency, amount };
      if (claim.state !== "claimed") yield { ...what, ...leftBy(claim.error) };
      else {
        const transaction = claim.receipt?.transaction;
        yield { ...what, state: "done", ...(transaction && { transaction }) };
      }
    }
  } catch (error) {
    yield { step: "search", chain, ...leftBy(error) };
  }
}
