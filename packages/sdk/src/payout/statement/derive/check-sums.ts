import { sumOf } from "../amount.ts";
import { StatementFactsError } from "../errors.ts";
import type { BatchFact, BatchSource, SaleFact, ShareRole } from "../facts.ts";
import type { Arrival, PartFact, Payment, Source } from "./entries.ts";

/** The parts of a sale sum to what it says of price, royalty and fee. Throws StatementFactsError. */
export function checkSale(sale: SaleFact, shares: readonly PartFact[]): void {
  const got = (role?: ShareRole) =>
    sumOf(shares.filter((share) => role === undefined || share.role === role).map((s) => s.amount));
  const sums: [string, bigint, bigint][] = [
    ["price", sale.price, got()],
    ["royalty", sale.royalty, got("royalty")],
    ["fee", sale.fee, got("fee")],
  ];
  for (const [what, said, sum] of sums) {
    if (said === sum) continue;
    throw new StatementFactsError(`The parts of a sale do not sum to its ${what}.`, {
      details: [
        `Chain: ${sale.chain}`,
        `Reference: ${sale.reference}`,
        `The sale: ${said}`,
        `Its parts: ${sum}`,
      ],
    });
  }
}

/** What a batch came from: things that are known, and no more than its amount. Throws StatementFactsError. */
export function checkSources(
  batch: BatchFact,
  find: (source: BatchSource) => Payment | Arrival | undefined,
): Source[] {
  const sources = batch.sources.map((source): Source => {
    const entry = find(source);
    if (entry === undefined || entry.currency !== batch.currency || source.amount < 0n) {
      throw failure(batch, "A batch holds money of what is not known.", source.transaction);
    }
    return { entry, amount: source.amount };
  });
  const held = sumOf(sources.map((source) => source.amount));
  if (held <= batch.amount) return sources;
  throw failure(batch, "A batch holds more than was sent.", `${held} of ${batch.amount}`);
}

/** The parts of a batch sum to it where it arrived; before, there are none. Throws StatementFactsError. */
export function batchShares(batch: BatchFact, shares: readonly PartFact[]): readonly PartFact[] {
  const { amount, arrived, homeCurrency } = batch;
  const landed = sumOf(shares.map((share) => share.amount));
  if (landed !== (arrived === undefined ? 0n : amount)) {
    throw failure(batch, "A batch's parts do not sum to it.", `${landed} of ${amount}`);
  }
  if (shares.every((share) => share.currency === homeCurrency)) return shares;
  throw failure(batch, "A part of a batch is in another currency.");
}

/** No more of a payment or batch is passed on than was to be passed on of it. Throws StatementFactsError. */
export function checkDrawn({ chain, reference, shares }: Payment | Arrival, amount: bigint): void {
  const forwarded = sumOf(shares.filter((s) => s.isForwarded === true).map((s) => s.amount));
  if (amount <= forwarded) return;
  throw new StatementFactsError("More of a payment was passed on than routers and splits got.", {
    details: [`Chain: ${chain}`, `Reference: ${reference}`, `Got: ${forwarded}`, `Sent: ${amount}`],
  });
}

function failure({ messageId }: BatchFact, message: string, ...details: string[]) {
  return new StatementFactsError(message, { details: [`Message: ${messageId}`, ...details] });
}
