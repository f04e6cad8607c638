import { sumOf } from "../amount.ts";
import { StatementFactsError } from "../errors.ts";
import type { BatchFact, SaleFact, ShareFact, ShareRole } from "../facts.ts";
import { type Arrival, type Payment, paymentKey } from "./entries.ts";

/** The parts of a sale sum to what it says of price, royalty and fee. Throws StatementFactsError. */
export function checkSale(sale: SaleFact, shares: readonly ShareFact[]): void {
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

/** A batch holds no more than its amount, of payments that are known, and its parts at home sum to it. Throws StatementFactsError. */
export function checkSources(
  batch: BatchFact,
  shares: readonly ShareFact[],
  payments: ReadonlyMap<string, Payment>,
): Arrival["sources"] {
  const { amount, arrived, homeCurrency, messageId } = batch;
  const fail = (message: string, ...details: string[]) =>
    new StatementFactsError(message, { details: [`Message: ${messageId}`, ...details] });
  const sources = batch.sources.map((source) => {
    const payment = payments.get(paymentKey(batch.fromChain, source.reference));
    if (payment === undefined || payment.currency !== batch.currency || source.amount < 0n) {
      throw fail("A batch holds money of a payment that is not known.", source.reference);
    }
    return { payment, amount: source.amount };
  });
  const held = sumOf(sources.map((source) => source.amount));
  if (held > amount) throw fail("A batch holds more than was sent.", `${held} of ${amount}`);
  const landed = sumOf(shares.map((share) => share.amount));
  if (landed !== (arrived === undefined ? 0n : amount)) {
    throw fail("The parts of a batch do not sum to what arrived.", `${landed} of ${amount}`);
  }
  if (shares.some((share) => share.currency !== homeCurrency || share.isForwarded === true)) {
    throw fail("A part of a batch is in another currency, or was sent on.");
  }
  return sources;
}

/** Routers can send home no more of a payment than they got of it. */
export function checkDrawn({ chain, reference, shares }: Payment, amount: bigint): void {
  const forwarded = sumOf(shares.filter((s) => s.isForwarded === true).map((s) => s.amount));
  if (amount <= forwarded) return;
  throw new StatementFactsError("More of a payment was sent home than a router got of it.", {
    details: [`Chain: ${chain}`, `Reference: ${reference}`, `Got: ${forwarded}`, `Sent: ${amount}`],
  });
}
