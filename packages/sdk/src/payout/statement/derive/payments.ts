import { sumOf } from "../amount.ts";
import { StatementFactsError } from "../errors.ts";
import type { SaleFact, ShareFact } from "../facts.ts";
import { checkSale } from "./check-sums.ts";
import type { PartFact, Payment } from "./entries.ts";
import { groupBy } from "./group.ts";
import { comparePositions } from "./order.ts";

const keyOf = ({ chain, transaction, reference }: SaleFact | ShareFact): string =>
  `${chain}/${transaction}/${reference}`;

/** Whether a share is a part of what was paid. */
export const isPart = (share: ShareFact): share is PartFact => share.role !== "surplus";

/**
 * Puts sales and their parts together, and parts that belong to no sale.
 *
 * @param sales - in order
 * @param parts - in order, those of batches aside
 * @throws StatementFactsError
 */
export function paymentsOf(sales: readonly SaleFact[], parts: readonly PartFact[]): Payment[] {
  const salesByKey = groupBy(sales, keyOf);
  const partsByKey = groupBy(parts, keyOf);
  const keys = new Set([...salesByKey.keys(), ...partsByKey.keys()]);
  return [...keys]
    .flatMap((key) => divide(salesByKey.get(key) ?? [], partsByKey.get(key) ?? []))
    .sort((a, b) => comparePositions(a.place, b.place));
}

/**
 * Gives each part to the sale before it, as a market tells of a sale and then has it paid: who buys the same twice in one
 * transaction pays twice for the same purpose.
 */
function divide(sales: readonly SaleFact[], parts: readonly PartFact[]): Payment[] {
  if (sales.length < 2) return [paymentOf(sales[0], parts)];
  const saleOf = (part: PartFact) =>
    sales.findLastIndex(({ logIndex }) => logIndex < part.logIndex);
  const bySale = groupBy(parts, (part) => `${saleOf(part)}`);
  if (bySale.has("-1")) {
    throw new StatementFactsError("A part comes before the first of several sales.", {
      details: [`Transaction: ${sales[0]?.transaction}`],
    });
  }
  return sales.map((sale, i) => paymentOf(sale, bySale.get(`${i}`) ?? []));
}

function paymentOf(sale: SaleFact | undefined, shares: readonly PartFact[]): Payment {
  const first = sale ?? shares[0];
  if (first === undefined) throw new StatementFactsError("A payment has no parts.");
  const { chain, reference, currency } = first;
  if (shares.some((share) => share.currency !== currency)) {
    throw new StatementFactsError("The parts of a payment are in several currencies.", {
      details: [`Chain: ${chain}`, `Reference: ${reference}`],
    });
  }
  if (sale !== undefined) checkSale(sale, shares);
  const amount = sumOf(shares.map((share) => share.amount));
  return { chain, reference, currency, place: first, amount, shares, sale };
}
