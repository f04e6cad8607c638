import { safeLine } from "../../../primitives/index.ts";
import { sumOf, unitsToYen } from "../amount.ts";
import type { StatementCurrency } from "../document/currency.ts";
import type { Settlement, StatementLine, StatementPart } from "../document/line.ts";
import { MAX_PARTS } from "../document/line.ts";
import { StatementFactsError } from "../errors.ts";
import { japanDay } from "../period.ts";
import { noteForLine } from "../record/note.ts";
import { type LineContext, moneyOf, placeOf, workOf } from "./context.ts";
import { type Arrival, originsOf, type PartFact, type Payment, type Source } from "./entries.ts";
import { compareText } from "./order.ts";
import { waitingOf } from "./settle.ts";

/** The line of a payment; none where the creator has no part in it. */
export function paymentLine(payment: Payment, context: LineContext): StatementLine | undefined {
  const { place, currency, shares, sale, reference } = payment;
  const income = incomeOf(shares, context, japanDay(place.time));
  if (income === undefined) return undefined;
  const common = { ...placeOf(place, currency), reference, ...income };
  if (sale === undefined) return { kind: "payment", ...common };
  const { market, orderHash, isPrimary, seller, buyer, recipient, intermediary } = sale;
  const sponsor = safeLine(sale.sponsor ?? "").trim();
  return {
    kind: "sale",
    ...common,
    ...{ market, orderHash, isPrimary, seller, buyer, recipient, work: workOf(sale) },
    ...(intermediary === undefined ? {} : { intermediary }),
    ...(sponsor === "" ? {} : { sponsor }),
  };
}

/** The line of money that was passed on and arrived; none where the creator has no part in it. */
export function batchLine(arrival: Arrival, context: LineContext): StatementLine | undefined {
  const { batch, place, shares, currency } = arrival;
  const income = incomeOf(shares, context, firstDay(arrival));
  if (income === undefined) return undefined;
  const terms = context.currencyOf(place.chain, currency);
  const sources = arrival.sources
    .map((source) => sourceOf(source, terms))
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.transaction, b.transaction));
  return {
    kind: "batch",
    ...placeOf(place, currency),
    ...{ messageId: batch.messageId, fromChain: batch.fromChain, router: batch.router, sources },
    ...income,
  };
}

/** The law's days run from the first sale behind a batch, not from when the money arrived. */
function firstDay(entry: Payment | Arrival): string {
  const [first] = originsOf(entry)
    .map(({ place }) => japanDay(place.time))
    .sort();
  return first ?? japanDay(entry.place.time);
}

function sourceOf({ entry, amount }: Source, terms: StatementCurrency) {
  const sales = originsOf(entry).flatMap((origin) => ("sale" in origin ? (origin.sale ?? []) : []));
  const [sale, ...others] = sales;
  return {
    reference: entry.reference,
    transaction: entry.place.transaction,
    day: firstDay(entry),
    price: moneyOf(entry.amount, terms),
    units: `${amount}`,
    ...(sale === undefined || others.length > 0 ? {} : { work: workOf(sale) }),
  };
}

/** What a payment's parts are to the creator. */
function incomeOf(shares: readonly PartFact[], context: LineContext, day: string) {
  const own = shares.filter(({ payee }) => context.own.has(payee));
  const [first] = own;
  if (first === undefined) return undefined;
  if (shares.length > MAX_PARTS) {
    throw new StatementFactsError(`A payment has more than ${MAX_PARTS} parts.`, {
      details: [`Reference: ${first.reference}`],
    });
  }
  const terms = context.currencyOf(first.chain, first.currency);
  const isFee = (share: PartFact) => !context.own.has(share.payee) && share.role === "fee";
  const gross = sumOf(shares.map(({ amount }) => amount));
  const share = sumOf(own.map(({ amount }) => amount));
  const fees = sumOf(shares.filter(isFee).map(({ amount }) => amount));
  return {
    gross: moneyOf(gross, terms),
    fees: moneyOf(fees, terms),
    others: moneyOf(gross - share - fees, terms),
    share: moneyOf(share, terms),
    settlement: settlementOf(own, context),
    parts: shares.map((part) => partOf(part, context)),
    ...noteForLine(unitsToYen(share, terms.decimals), day, context),
  };
}

function settlementOf(own: readonly PartFact[], { settled }: LineContext): Settlement {
  const paid = sumOf(own.filter((share) => !share.isCredited).map(({ amount }) => amount));
  const waiting = sumOf(own.map((share) => waitingOf(share, settled)));
  const claims = own.flatMap((share) => settled.get(share) ?? []);
  return {
    paid: `${paid}`,
    claimed: `${sumOf(claims.map(({ amount }) => amount))}`,
    waiting: `${waiting}`,
    claims: claims.map(({ claim, amount }) => ({
      transaction: claim.transaction,
      day: japanDay(claim.time),
      units: `${amount}`,
    })),
  };
}

function partOf(share: PartFact, { own }: LineContext): StatementPart {
  const { payee, role, amount, via, isCredited, isForwarded } = share;
  return {
    ...{ payee, role, units: `${amount}`, via: [...via], isCredited },
    isOwn: own.has(payee),
    isForwarded: isForwarded === true,
  };
}
