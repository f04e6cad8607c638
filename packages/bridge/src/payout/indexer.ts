import { findCause } from "@ryugu/sdk/errors";
import type { Address } from "@ryugu/sdk/primitives";
import { RangeTooLargeError } from "../domain/errors.ts";
import { factsOf } from "../domain/payout-facts.ts";
import type { PayoutSources } from "../domain/payout-log.ts";
import type { BlockRef } from "../domain/position.ts";
import { growRange, rangeSize, shrinkRange } from "../domain/range.ts";
import type { ObserverStore } from "../ports/observer-store.ts";
import type { PayoutIndexState, PayoutIndexStore } from "../ports/payout-index-store.ts";
import type { PayoutLogReader } from "../ports/payout-log-reader.ts";
import type { Report } from "../ports/report.ts";

/** Everything that the index of one chain is given. */
export interface IndexerContext {
  reader: PayoutLogReader;
  store: PayoutIndexStore & Pick<ObserverStore, "cursor">;
  report: Report;
  /** Whom to listen to, besides the splits that makers make. */
  sources: Omit<PayoutSources, "currencies"> & { splitFactories: readonly Address[] };
  /** Where the configured currencies stand on this chain. */
  currencies(): Promise<readonly Address[]>;
  /** The first block that can hold anything. */
  startBlock: number;
  /** The most blocks asked for at once. */
  maxRange: number;
}

/** Indexes one chain's sales and payments. Each tick is complete in itself. */
export interface Indexer {
  /** @returns whether there is more to read at once */
  tick(): Promise<boolean>;
}

const ZERO_HASH = `0x${"0".repeat(64)}` as BlockRef["hash"];

/**
 * Makes the index of one chain: final blocks -> sales and payments. It goes no further than the observer has found final, and reads
 * with the same agreement. When the chain was rewritten past finality, or other contracts are named, it is read anew.
 */
export function createIndexer(context: IndexerContext): Indexer {
  const { reader, store, report, sources, startBlock } = context;
  const { chain } = reader;
  let range = rangeSize(context.maxRange);

  const begin = async (fingerprint: string): Promise<PayoutIndexState> => {
    const through = { number: startBlock - 1, hash: ZERO_HASH };
    const state = { chain, from: startBlock, through, sources: fingerprint };
    await store.beginPayoutIndex(state);
    return state;
  };

  const isStanding = async ({ from, through }: PayoutIndexState) =>
    through.number < from || (await reader.block(through.number))?.hash === through.hash;

  /** The index as it can be gone on with. */
  const resume = async (currencies: readonly Address[]): Promise<PayoutIndexState> => {
    const fingerprint = JSON.stringify({ ...sources, currencies, startBlock });
    const known = await store.payoutIndex(chain);
    if (known === undefined) return begin(fingerprint);
    const isOther = known.sources !== fingerprint;
    if (!isOther && (await isStanding(known))) return known;
    report({ type: "payouts-read-anew", chain, reason: isOther ? "sources" : "rewritten" });
    return begin(fingerprint);
  };

  const readRange = async (
    { through: after }: PayoutIndexState,
    to: BlockRef,
    currencies: readonly Address[],
  ): Promise<void> => {
    const from = after.number + 1;
    const found = await reader.splitsMade(sources.splitFactories, from, to.number);
    const known = await store.knownSplits(chain);
    const splits = [...new Set([...sources.splits, ...known, ...found])];
    const logs = await reader.logs({ ...sources, splits, currencies }, from, to.number);
    const facts = factsOf(logs, sources.rails);
    await store.addToPayoutIndex({ chain, after, through: to, splits: found, ...facts });
  };

  return {
    async tick() {
      const final = (await store.cursor(chain))?.final;
      if (final === undefined || final.number < startBlock) return false;
      const currencies = await context.currencies();
      const state = await resume(currencies);
      if (state.through.number >= final.number) return false;
      const number = Math.min(final.number, state.through.number + range.current);
      const to = await reader.block(number);
      // Not known yet, or another fork than the observer's: it will say which.
      if (to === undefined || (number === final.number && to.hash !== final.hash)) return false;
      try {
        await readRange(state, to, currencies);
        range = growRange(range);
      } catch (error) {
        if (findCause(error, RangeTooLargeError) === undefined) throw error;
        range = shrinkRange(range);
        return true;
      }
      return number < final.number;
    },
  };
}
