import type { StatementLine } from "../document/line.ts";
import { MAX_LINES, type Statement, type StatementClaim } from "../document/statement.ts";
import { StatementFactsError } from "../errors.ts";
import type { ChainFacts, ClaimFact, Place, RefundFact } from "../facts.ts";
import { instantText, periodSeconds } from "../period.ts";
import { noteForBooks } from "../record/note.ts";
import { openBook } from "./book.ts";
import { type LineContext, moneyOf, placeOf } from "./context.ts";
import type { FactBook } from "./entries.ts";
import { batchLine, paymentLine } from "./income-line.ts";
import { namesInUse } from "./names.ts";
import { compareText } from "./order.ts";
import {
  type CheckedRequest,
  checkRequest,
  currencyFinder,
  type StatementRequest,
} from "./request.ts";
import { settleCredits } from "./settle.ts";
import { sumLines } from "./sums.ts";

/**
 * Derives a creator's statement from what chains recorded. The same facts and request give the same statement, whatever order
 * they come in; `requestOf` gives the request back, so that anyone who reads the chains can derive it again.
 *
 * Facts must reach back to the first credit that the creator claimed, else claims cannot be tied to what they took.
 *
 * @throws StatementFactsError where the facts cannot all be true, or a currency has no price source
 * @throws InvalidShapeError, InvalidPeriodError for the request
 *
 * @example
 * const statement = deriveStatement(facts, {
 *   zoneId, creator: { accounts: [painter] }, period: parsePeriod("2026-11"), currencies,
 * });
 */
export function deriveStatement(facts: ChainFacts, request: StatementRequest): Statement {
  return deriveFrom(openBook(facts), request);
}

/** As {@link deriveStatement} for several creators, and the facts are brought into order once. */
export function deriveStatements(
  facts: ChainFacts,
  requests: readonly StatementRequest[],
): Statement[] {
  const book = openBook(facts);
  return requests.map((request) => deriveFrom(book, request));
}

function deriveFrom(book: FactBook, request: StatementRequest): Statement {
  const asked = checkRequest(request);
  const currencyOf = currencyFinder(asked.currencies);
  const ownClaims = book.claims.filter(({ payee }) => asked.own.has(payee));
  const ownShares = book.shares.filter(({ payee }) => asked.own.has(payee));
  const context: LineContext = {
    own: asked.own,
    period: asked.period,
    record: asked.record ?? {},
    settled: settleCredits(ownShares, ownClaims),
    currencyOf,
  };
  const { from, to } = periodSeconds(asked.period);
  const isInPeriod = ({ time }: Place) => time >= from && time < to;
  const lines = [
    ...book.payments.filter(({ place }) => isInPeriod(place)).map((p) => paymentLine(p, context)),
    ...book.arrivals.filter(({ place }) => isInPeriod(place)).map((a) => batchLine(a, context)),
    ...book.refunds
      .filter((refund) => asked.own.has(refund.payee) && isInPeriod(refund))
      .map((refund) => refundLine(refund, context)),
  ]
    .filter((line) => line !== undefined)
    .sort(compareLines);
  if (lines.length > MAX_LINES) {
    throw new StatementFactsError(
      `A statement has at most ${MAX_LINES} lines; choose a shorter period.`,
    );
  }
  const claims = ownClaims.filter(isInPeriod).map(claimOf);
  return assemble(asked, book.chains, lines, claims, to);
}

function assemble(
  asked: CheckedRequest,
  chains: ChainFacts["chains"],
  lines: StatementLine[],
  claims: StatementClaim[],
  end: number,
): Statement {
  const { zoneId, creator, payer, period, record = {} } = asked;
  const totals = sumLines(lines, currencyFinder(asked.currencies));
  return {
    schema: "ryugu-creator-statement/1",
    ...{ zoneId, creator, ...(payer === undefined ? {} : { payer }), period },
    isComplete: chains.every(({ toTime }) => toTime >= end),
    chains: chains.map(({ toTime, ...chain }) => ({ ...chain, toTime: instantText(toTime) })),
    currencies: currenciesOf(asked, [...lines, ...claims]),
    names: namesInUse(asked.names, chains, lines, claims),
    lines,
    claims,
    totals,
    record: noteForBooks(record, lines, totals.yen),
  };
}

/** The terms of the currencies that a statement speaks of. */
function currenciesOf(
  { currencies }: CheckedRequest,
  used: readonly (StatementLine | StatementClaim)[],
) {
  const currencyOf = currencyFinder(currencies);
  const keys = new Map(
    used.map(({ chain, currency }) => [`${chain}/${currency}`, { chain, currency }]),
  );
  return [...keys]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { chain, currency }]) => currencyOf(chain, currency));
}

function refundLine(refund: RefundFact, { currencyOf }: LineContext): StatementLine {
  const { reference, buyer, currency, amount } = refund;
  return {
    kind: "refund",
    ...placeOf(refund, currency),
    ...{ reference, buyer },
    amount: moneyOf(-amount, currencyOf(refund.chain, currency)),
  };
}

function claimOf(claim: ClaimFact): StatementClaim {
  const { rail, currency, payee, to, amount } = claim;
  return { ...placeOf(claim, currency), rail, payee, to, units: `${amount}` };
}

/** By time, chain and place; two lines of one log are told apart by what they are of. */
function compareLines(a: StatementLine, b: StatementLine): number {
  return (
    compareText(a.time, b.time) ||
    compareText(a.chain, b.chain) ||
    a.block - b.block ||
    a.logIndex - b.logIndex ||
    compareText(idOf(a), idOf(b))
  );
}

const idOf = (line: StatementLine) => (line.kind === "batch" ? line.messageId : line.reference);
