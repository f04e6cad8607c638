import { findCause } from "@ryugu/sdk/errors";
import type { Address } from "@ryugu/sdk/primitives";
import { RangeTooLargeError } from "../domain/errors.ts";
import { factsOf, type IndexedCurrency } from "../domain/payout-facts.ts";
import type { PayoutSources } from "../domain/payout-log.ts";
import type { BlockHeader, BlockRef } from "../domain/position.ts";
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
  currencies(): Promise<readonly IndexedCurrency[]>;
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

/** What is kept of logs: an index of another release that kept less is read anew. */
const KEPT = 1;
/** Royalties whose landing is looked up at a time. */
const LANDINGS = 64;
const ZERO_HASH = `0x${"0".repeat(64)}` as BlockRef["hash"];

/**
 * Makes the index of one chain: final blocks -> sales and payments. It goes no further than the observer has found final, and reads
 * with the same agreement. When the chain was rewritten past finality, or other contracts are named, it is read anew.
 */
export function createIndexer(context: IndexerContext): Indexer {
  const { reader, store, report, sources, startBlock } = context;
  const { chain } = reader;
  let range = rangeSize(context.maxRange);

  const begin = async (
    currencies: readonly IndexedCurrency[],
    fingerprint: string,
  ): Promise<PayoutIndexState> => {
    const through = { number: startBlock - 1, hash: ZERO_HASH, time: 0 };
    const state = { chain, from: startBlock, through, currencies, sources: fingerprint };
    await store.beginPayoutIndex(state);
    return state;
  };

  const isStanding = async ({ from, through }: PayoutIndexState) =>
    through.number < from || (await reader.block(through.number))?.hash === through.hash;

  /** The index as it can be gone on with. */
  const resume = async (currencies: readonly IndexedCurrency[]): Promise<PayoutIndexState> => {
    const fingerprint = JSON.stringify({ ...sources, currencies, startBlock, kept: KEPT });
    const known = await store.payoutIndex(chain);
    if (known === undefined) return begin(currencies, fingerprint);
    const isOther = known.sources !== fingerprint;
    if (!isOther && (await isStanding(known))) return known;
    report({ type: "payouts-read-anew", chain, reason: isOther ? "sources" : "rewritten" });
    return begin(currencies, fingerprint);
  };

  const readRange = async (
    { through: after, currencies }: PayoutIndexState,
    to: BlockHeader,
  ): Promise<void> => {
    const [from, through] = [after.number + 1, to.number];
    const made = await reader.splitsMade(sources.splitFactories, from, through);
    const known = await store.knownSplits(chain);
    const found = made.map(({ split }) => split);
    const splits = [...new Set([...sources.splits, ...known, ...found])];
    const tokens = currencies.map(({ address }) => address);
    const read = await reader.logs({ ...sources, splits, currencies: tokens }, from, through);
    const royaltiesSent = await reader.royaltiesSent(from, through);
    const kept = [...made.map(({ log }) => log), ...read.kept];
    const facts = factsOf(read.told, sources.rails);
    const update = { chain, after, through: to, splits: found, kept, royaltiesSent };
    await store.addToPayoutIndex({ ...update, ...facts });
  };

  /** Looks up by which transfers royalties came: the gateway's log does not say, and statements name the transfer. */
  const readLandings = async ({ currencies, through }: PayoutIndexState): Promise<boolean> => {
    const landed = await store.unlandedRoyalties(chain, through.number, LANDINGS);
    for (const { messageId, homeChain, homeToken, recipient, block } of landed) {
      const money = currencies.find(
        (one) => one.homeChain === homeChain && one.homeToken === homeToken,
      );
      const transfers =
        money === undefined ? [] : await reader.transfersTo(money.address, recipient, block);
      await store.addLanding(messageId, transfers);
    }
    return landed.length === LANDINGS;
  };

  return {
    async tick() {
      const final = (await store.cursor(chain))?.final;
      if (final === undefined || final.number < startBlock) return false;
      const currencies = await context.currencies();
      const state = await resume(currencies);
      const isMore = await readLandings(state);
      if (state.through.number >= final.number) return isMore;
      const number = Math.min(final.number, state.through.number + range.current);
      const to = await reader.block(number);
      // Not known yet, or another fork than the observer's: it will say which.
      if (to === undefined || (number === final.number && to.hash !== final.hash)) return false;
      try {
        await readRange(state, to);
        range = growRange(range);
      } catch (error) {
        if (findCause(error, RangeTooLargeError) === undefined) throw error;
        range = shrinkRange(range);
        return true;
      }
      // What landed in what was just read is looked up at once.
      return true;
    },
  };
}
