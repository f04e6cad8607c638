import { sumOf } from "../amount.ts";
import { StatementFactsError } from "../errors.ts";
import type { BatchFact, ChainFacts, SaleFact, ShareFact } from "../facts.ts";
import { checkDrawn, checkSale, checkSources } from "./check-sums.ts";
import { distinct, distinctBy, distinctChains, PlaceCheck } from "./distinct.ts";
import { type Arrival, type FactBook, type Payment, paymentKey } from "./entries.ts";
import { groupBy } from "./group.ts";
import { comparePositions, compareText } from "./order.ts";

/**
 * Brings facts into one order and checks that chains can have recorded them together.
 *
 * @throws StatementFactsError
 */
export function openBook(facts: ChainFacts): FactBook {
  const chains = distinctChains(facts.chains);
  const sales = distinct(facts.sales, "A sale");
  const shares = distinct(facts.shares, "A share");
  const refunds = distinct(facts.refunds, "A refund");
  const claims = distinct(facts.claims, "A claim");
  const batches = distinctBy(facts.batches, ({ messageId }) => messageId, "A batch").sort((a, b) =>
    compareText(a.messageId, b.messageId),
  );
  const check = new PlaceCheck(chains);
  for (const fact of [...sales, ...shares, ...refunds, ...claims]) check.check(fact);
  for (const { sent, arrived } of batches) {
    check.check(sent);
    if (arrived !== undefined) check.check(arrived);
  }
  for (const { amount } of [...shares, ...refunds, ...claims, ...batches]) checkAmount(amount);

  const byReference = groupBy(shares, (share) => paymentKey(share.chain, share.reference));
  const messages = new Set(batches.map(({ toChain, messageId }) => paymentKey(toChain, messageId)));
  const payments = paymentsOf(sales, byReference, messages);
  return {
    chains,
    payments,
    arrivals: arrivalsOf(batches, byReference, payments),
    shares,
    refunds,
    claims,
  };
}

function paymentsOf(
  sales: readonly SaleFact[],
  byReference: ReadonlyMap<string, ShareFact[]>,
  messages: ReadonlySet<string>,
): Payment[] {
  const saleOf = new Map<string, SaleFact>();
  for (const sale of sales) {
    const key = paymentKey(sale.chain, sale.reference);
    if (saleOf.has(key) || messages.has(key)) {
      throw new StatementFactsError("Two payments carry one reference.", {
        details: [`Chain: ${sale.chain}`, `Reference: ${sale.reference}`],
      });
    }
    saleOf.set(key, sale);
  }
  const keys = new Set([...saleOf.keys(), ...byReference.keys()]);
  return [...keys]
    .filter((key) => !messages.has(key))
    .map((key) => paymentOf(saleOf.get(key), byReference.get(key) ?? []))
    .sort((a, b) => comparePositions(a.place, b.place) || compareText(a.reference, b.reference));
}

function paymentOf(sale: SaleFact | undefined, shares: readonly ShareFact[]): Payment {
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

function arrivalsOf(
  batches: readonly BatchFact[],
  byReference: ReadonlyMap<string, readonly ShareFact[]>,
  payments: readonly Payment[],
): Arrival[] {
  const known = new Map(
    payments.map((payment) => [paymentKey(payment.chain, payment.reference), payment]),
  );
  const arrivals: Arrival[] = [];
  const drawn = new Map<Payment, bigint>();
  for (const batch of batches) {
    const shares = byReference.get(paymentKey(batch.toChain, batch.messageId)) ?? [];
    const sources = checkSources(batch, shares, known);
    for (const { payment, amount } of sources) {
      drawn.set(payment, (drawn.get(payment) ?? 0n) + amount);
    }
    if (batch.arrived !== undefined) {
      arrivals.push({ batch, place: batch.arrived, shares, sources });
    }
  }
  for (const [payment, amount] of drawn) checkDrawn(payment, amount);
  return arrivals.sort((a, b) => comparePositions(a.place, b.place));
}

function checkAmount(amount: bigint): void {
  if (amount < 0n || amount >> 256n !== 0n) {
    throw new StatementFactsError("An amount is below zero or does not fit 256 bits.");
  }
}
