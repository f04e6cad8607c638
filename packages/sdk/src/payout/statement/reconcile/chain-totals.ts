import type { Address, Bytes32, ChainId } from "../../../primitives/index.ts";
import { sumOf } from "../amount.ts";
import { openBook } from "../derive/book.ts";
import { groupBy } from "../derive/group.ts";
import { compareText } from "../derive/order.ts";
import { settleCredits, waitingOf } from "../derive/settle.ts";
import type { ChainFacts, Place, ShareFact } from "../facts.ts";
import { type Period, periodSeconds } from "../period.ts";

/** A payment or batch, whole. Units are of the currency. */
interface WholeTotal {
  readonly amount: bigint;
  /** What of it routers and splits pass on later; none by default. What is passed on whole stands in no statement. */
  readonly forwarded?: bigint;
}

/** What a chain says of one currency in a period, everybody's. Units are of the currency. */
export interface ChainTotals {
  readonly chain: ChainId;
  readonly currency: Address;
  /** Each sale and payment, by where it was recorded: the sale, or a payment's first share. */
  readonly payments: readonly (WholeTotal & {
    readonly transaction: Bytes32;
    readonly logIndex: number;
    readonly reference: Bytes32;
  })[];
  /** Each batch that arrived. */
  readonly batches: readonly (WholeTotal & { readonly messageId: Bytes32 })[];
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
      .map(({ chain, currency, place: { transaction, logIndex }, reference, amount, shares }) => ({
        ...{ chain, currency, batches: [], refunds: 0n, waiting: waiting(shares) },
        payments: [{ transaction, logIndex, reference, amount, forwarded: forwarded(shares) }],
      })),
    ...arrivals
      .filter(({ place }) => isInPeriod(place))
      .map(({ chain, currency, reference: messageId, amount, shares }) => ({
        ...{ chain, currency, payments: [], refunds: 0n, waiting: waiting(shares) },
        batches: [{ messageId, amount, forwarded: forwarded(shares) }],
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

function forwarded(parts: readonly ShareFact[]): bigint {
  return sumOf(parts.filter((part) => part.isForwarded === true).map(({ amount }) => amount));
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
