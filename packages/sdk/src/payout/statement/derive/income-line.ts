import { safeLine } from "../../../primitives/index.ts";
import { sumOf, unitsToYen } from "../amount.ts";
import type { Settlement, StatementLine, StatementPart } from "../document/line.ts";
import { MAX_PARTS } from "../document/line.ts";
import { StatementFactsError } from "../errors.ts";
import type { ShareFact } from "../facts.ts";
import { japanDay } from "../period.ts";
import { noteForLine } from "../record/note.ts";
import { type LineContext, moneyOf, placeOf, workOf } from "./context.ts";
import type { Arrival, Payment } from "./entries.ts";
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

/** The line of royalties that came home; none where the creator has no part in them. */
export function batchLine(arrival: Arrival, context: LineContext): StatementLine | undefined {
  const { batch, place, shares } = arrival;
  // The law's days run from the first sale behind it, not from when the money came home.
  const [first] = arrival.sources.map(({ payment }) => japanDay(payment.place.time)).sort();
  const income = incomeOf(shares, context, first ?? japanDay(place.time));
  if (income === undefined) return undefined;
  const terms = context.currencyOf(place.chain, batch.homeCurrency);
  const sources = arrival.sources
    .map(({ payment: { place: sold, reference, amount: price, sale }, amount }) => ({
      reference,
      transaction: sold.transaction,
      day: japanDay(sold.time),
      price: moneyOf(price, terms),
      units: `${amount}`,
      ...(sale === undefined ? {} : { work: workOf(sale) }),
    }))
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.reference, b.reference));
  return {
    kind: "batch",
    ...placeOf(place, batch.homeCurrency),
    ...{ messageId: batch.messageId, fromChain: batch.fromChain, router: batch.router, sources },
    ...income,
  };
}

/** What a payment's parts are to the creator. */
function incomeOf(shares: readonly ShareFact[], context: LineContext, day: string) {
  const own = shares.filter(({ payee }) => context.own.has(payee));
  const [first] = own;
  if (first === undefined) return undefined;
  if (shares.length > MAX_PARTS) {
    throw new StatementFactsError(`A payment has more than ${MAX_PARTS} parts.`, {
      details: [`Reference: ${first.reference}`],
    });
  }
  const terms = context.currencyOf(first.chain, first.currency);
  const isFee = (share: ShareFact) => !context.own.has(share.payee) && share.role === "fee";
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

function settlementOf(own: readonly ShareFact[], { settled }: LineContext): Settlement {
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

function partOf(share: ShareFact, { own }: LineContext): StatementPart {
  const { payee, role, amount, via, isCredited, isForwarded } = share;
  return {
    ...{ payee, role, units: `${amount}`, via: [...via], isCredited },
    isOwn: own.has(payee),
    isForwarded: isForwarded === true,
  };
}
