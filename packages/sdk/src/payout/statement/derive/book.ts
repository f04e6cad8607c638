import { StatementFactsError } from "../errors.ts";
import type { ChainFacts } from "../facts.ts";
import { arrivalsOf, batchKey } from "./arrivals.ts";
import { distinct, distinctBy, distinctChains, PlaceCheck } from "./distinct.ts";
import type { FactBook, PartFact } from "./entries.ts";
import { groupBy } from "./group.ts";
import { isPart, paymentsOf } from "./payments.ts";

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
  const batches = distinctBy(facts.batches, ({ messageId }) => messageId, "A batch");
  const check = new PlaceCheck(chains);
  for (const fact of [...sales, ...shares, ...refunds, ...claims]) check.check(fact);
  for (const { sent, arrived } of batches) {
    check.check(sent);
    if (arrived !== undefined) check.check(arrived);
  }
  for (const { amount } of [...shares, ...refunds, ...claims, ...batches]) checkAmount(amount);

  const messages = new Set(batches.map(batchKey));
  const keyOf = ({ chain, reference }: PartFact) => `${chain}/${reference}`;
  const parts = shares.filter(isPart);
  const payments = paymentsOf(
    sales,
    parts.filter((part) => !messages.has(keyOf(part))),
  );
  const ofBatches = groupBy(
    parts.filter((part) => messages.has(keyOf(part))),
    keyOf,
  );
  const arrivals = arrivalsOf(batches, ofBatches, payments);
  return { chains, payments, arrivals, shares, refunds, claims };
}

function checkAmount(amount: bigint): void {
  if (amount < 0n || amount >> 256n !== 0n) {
    throw new StatementFactsError("An amount is below zero or does not fit 256 bits.");
  }
}
