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
  // What one batch brought another may carry on: it is sent after the first has arrived.
  for (const batch of [...batches].sort((a, b) => comparePositions(a.sent, b.sent))) {
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
