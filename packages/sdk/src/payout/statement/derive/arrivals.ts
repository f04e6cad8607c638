import type { BatchFact, Place } from "../facts.ts";
import { batchShares, checkDrawn, checkSources } from "./check-sums.ts";
import type { Arrival, PartFact, Payment, Source } from "./entries.ts";
import { comparePositions } from "./order.ts";

const placeKey = ({
  chain,
  transaction,
  logIndex,
}: Pick<Place, "chain" | "transaction" | "logIndex">) => `${chain}/${transaction}/${logIndex}`;

/**
 * Ties batches to what they came from, and to their own parts.
 *
 * @param parts - of batches, by chain and message
 * @returns those that arrived
 * @throws StatementFactsError
 */
export function arrivalsOf(
  batches: readonly BatchFact[],
  parts: ReadonlyMap<string, readonly PartFact[]>,
  payments: readonly Payment[],
): Arrival[] {
  const known = new Map<string, Payment | Arrival>(
    payments.map((payment) => [placeKey(payment.place), payment]),
  );
  const arrivals: Arrival[] = [];
  const drawn = new Map<Payment | Arrival, bigint>();
  for (const batch of afterSources(batches)) {
    const find = (source: BatchFact["sources"][number]) =>
      known.get(placeKey({ ...source, chain: batch.fromChain }));
    const sources: Source[] = checkSources(batch, find);
    const shares = batchShares(batch, parts.get(batchKey(batch)) ?? []);
    for (const { entry, amount } of sources) {
      drawn.set(entry, (drawn.get(entry) ?? 0n) + amount);
    }
    if (batch.arrived === undefined) continue;
    const arrival = arrivalOf(batch, batch.arrived, shares, sources);
    known.set(placeKey(arrival.place), arrival);
    arrivals.push(arrival);
  }
  for (const [entry, amount] of drawn) checkDrawn(entry, amount);
  return arrivals.sort((a, b) => comparePositions(a.place, b.place));
}

/**
 * Batches after those whose money they carry on. Their times do not say it: two chains' clocks may differ by more than it takes to
 * cross, so that what was passed on at home seems to be of before it was sent.
 */
function afterSources(batches: readonly BatchFact[]): Iterable<BatchFact> {
  const bySent = [...batches].sort((a, b) => comparePositions(a.sent, b.sent));
  const arrived = new Map(
    bySent.flatMap((batch) =>
      batch.arrived === undefined ? [] : [[placeKey(batch.arrived), batch] as const],
    ),
  );
  const ordered = new Set<BatchFact>();
  const begun = new Set<BatchFact>();
  const visit = (batch: BatchFact) => {
    // Facts that lead in a circle stay as they are, and are refused when their sources are looked for.
    if (begun.has(batch)) return;
    begun.add(batch);
    for (const source of batch.sources) {
      const before = arrived.get(placeKey({ ...source, chain: batch.fromChain }));
      if (before !== undefined) visit(before);
    }
    ordered.add(batch);
  };
  for (const batch of bySent) visit(batch);
  return ordered;
}

/** What the parts of a batch are found by. */
export const batchKey = ({ toChain, messageId }: BatchFact): string => `${toChain}/${messageId}`;

function arrivalOf(
  batch: BatchFact,
  place: Place,
  shares: readonly PartFact[],
  sources: readonly Source[],
): Arrival {
  const { toChain: chain, messageId: reference, homeCurrency: currency, amount } = batch;
  return { chain, reference, currency, place, amount, shares, batch, sources };
}
