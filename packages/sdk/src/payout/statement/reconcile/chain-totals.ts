import type { Address, Bytes32, ChainId } from "../../../primitives/index.ts";
import { sumOf } from "../amount.ts";
import { openBook } from "../derive/book.ts";
import { groupBy } from "../derive/group.ts";
import { compareText } from "../derive/order.ts";
import { settleCredits, waitingOf } from "../derive/settle.ts";
import type { ChainFacts, Place, ShareFact } from "../facts.ts";
import { type Period, periodSeconds } from "../period.ts";

/** What a chain says of one currency in a period, everybody's. Units are of the currency. */
export interface ChainTotals {
  readonly chain: ChainId;
  readonly currency: Address;
  /** Each sale and payment, whole. */
  readonly payments: readonly { readonly reference: Bytes32; readonly amount: bigint }[];
  /** Each batch that arrived, whole. */
  readonly batches: readonly { readonly messageId: Bytes32; readonly amount: bigint }[];
  /** What payees gave back. */
  readonly refunds: bigint;
  /** What was credited in these payments and batches, and waits. */
  readonly waiting: bigint;
}

/**
 * The totals of a period by what chains recorded. Whoever has another source (a market's own books, a token's transfers) brings
 * totals of their own to {@link reconcile}.
 *
 * @throws StatementFactsError, InvalidPeriodError
 */
export function chainTotals(facts: ChainFacts, period: Period): ChainTotals[] {
  const { payments, arrivals, refunds, claims, shares } = openBook(facts);
  const settled = settleCredits(shares, claims);
  const { from, to } = periodSeconds(period);
  const isInPeriod = ({ time }: Place) => time >= from && time < to;
  const entries = [
    ...payments
      .filter(({ place }) => isInPeriod(place))
      .map(({ chain, currency, reference, amount, shares }) => ({
        chain,
        currency,
        payments: [{ reference, amount }],
        batches: [],
        refunds: 0n,
        waiting: waiting(shares),
      })),
    ...arrivals
      .filter(({ place }) => isInPeriod(place))
      .map(({ batch, place, shares }) => ({
        chain: place.chain,
        currency: batch.homeCurrency,
        payments: [],
        batches: [{ messageId: batch.messageId, amount: batch.amount }],
        refunds: 0n,
        waiting: waiting(shares),
      })),
    ...refunds.filter(isInPeriod).map(({ chain, currency, amount }) => ({
      ...{ chain, currency, payments: [], batches: [] },
      refunds: amount,
      waiting: 0n,
    })),
  ] satisfies ChainTotals[];
  return [...groupBy(entries, ({ chain, currency }) => `${chain}/${currency}`)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, group]) => joined(group));

  function waiting(parts: readonly ShareFact[]): bigint {
    const final = parts.filter((part) => part.isForwarded !== true);
    return sumOf(final.map((part) => waitingOf(part, settled)));
  }
}

function joined(group: readonly ChainTotals[]): ChainTotals {
  const { chain, currency } = group[0] as ChainTotals;
  return {
    chain,
    currency,
    payments: group.flatMap(({ payments }) => payments),
    batches: group.flatMap(({ batches }) => batches),
    refunds: sumOf(group.map(({ refunds }) => refunds)),
    waiting: sumOf(group.map(({ waiting }) => waiting)),
  };
}
