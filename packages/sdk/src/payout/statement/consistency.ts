import { canonicalJson } from "../../primitives/index.ts";
import { readYen, sumOf, unitsToYen, yenText } from "./amount.ts";
import { type CurrencyFinder, currencyFinder } from "./derive/request.ts";
import { sumLines } from "./derive/sums.ts";
import type { IncomeLine, StatementLine } from "./document/line.ts";
import type { Statement } from "./document/statement.ts";
import { StatementContradictoryError } from "./errors.ts";
import { checkPeriod, instantText, japanDay, periodSeconds } from "./period.ts";
import { noteForBooks, noteForLine } from "./record/note.ts";

/**
 * Checks that a statement adds up: every line, every sum, every note, by the statement's own figures.
 *
 * @throws StatementContradictoryError
 */
export function checkConsistency(statement: Statement): void {
  const { chains, currencies, lines, claims, totals, record, period } = statement;
  const covered = new Map(chains.map((chain) => [chain.id, chain]));
  expectSame("Chains stand in it twice.", covered.size, chains.length);
  const end = instantText(periodSeconds(checkPeriod(period)).to);
  const isComplete = chains.every(({ toTime }) => toTime >= end);
  expectSame("It says another thing of its completeness.", statement.isComplete, isComplete);
  const priced = new Set(currencies.map(({ chain, address }) => `${chain}/${address}`));
  expectSame("Currencies stand in it twice.", priced.size, currencies.length);
  const currencyOf = currencyFinder(currencies);
  for (const entry of [...lines, ...claims]) {
    const chain = covered.get(entry.chain);
    const isCovered =
      chain !== undefined && entry.block >= chain.fromBlock && entry.block <= chain.toBlock;
    expectSame("An entry is of a block that was not read.", isCovered, true, entry.transaction);
    const isPriced = priced.has(`${entry.chain}/${entry.currency}`);
    expectSame("An entry's currency has no price source.", isPriced, true, entry.transaction);
    expectSame("A day is not that of its time.", entry.day, dayOf(entry.time), entry.transaction);
    const isInPeriod = entry.day >= period.from && entry.day < period.to;
    expectSame("An entry is outside the period.", isInPeriod, true, entry.transaction);
  }
  for (const line of lines) checkLine(line, statement, currencyOf);
  const own: ReadonlySet<string> = new Set(statement.creator.accounts);
  const isOwn = claims.every(({ payee }) => own.has(payee));
  expectSame("A claim is somebody else's.", isOwn, true);
  const unique = new Set(lines.map((line) => `${line.chain}/${line.transaction}/${lineId(line)}`));
  expectSame("A line stands in it twice.", unique.size, lines.length);
  const sums = sumLines(lines, currencyOf);
  expectSame("Its totals are not the sums of its lines.", totals, sums);
  const notes = noteForBooks(record, lines, sums.yen);
  expectSame("Its notes for the books do not follow from its lines.", record, notes);
}

const lineId = (line: StatementLine): string =>
  `${line.kind}/${line.kind === "batch" ? line.messageId : line.reference}/${line.logIndex}`;

function dayOf(time: string): string {
  const seconds = Date.parse(time) / 1_000;
  return Number.isSafeInteger(seconds) ? japanDay(seconds) : "";
}

function checkLine(line: StatementLine, statement: Statement, currencyOf: CurrencyFinder): void {
  const { decimals } = currencyOf(line.chain, line.currency);
  for (const { units, yen } of amountsOf(line)) {
    const expected = yenText(unitsToYen(BigInt(units), decimals));
    expectSame("An amount in yen is not that of its units.", yen, expected, line.transaction);
  }
  if (line.kind === "refund") {
    expectSame("A refund brings money.", BigInt(line.amount.units) <= 0n, true, line.transaction);
  } else checkIncome(line, statement);
}

function amountsOf(line: StatementLine): { units: string; yen: string }[] {
  if (line.kind === "refund") return [line.amount];
  const amounts = [line.gross, line.fees, line.others, line.share];
  return line.kind === "batch" ? [...amounts, ...line.sources.map(({ price }) => price)] : amounts;
}

function checkIncome(line: IncomeLine, statement: Statement): void {
  const { parts, settlement, transaction } = line;
  const { creator } = statement;
  const own: ReadonlySet<string> = new Set(creator.accounts);
  const sum = (of: typeof parts) => `${sumOf(of.map((part) => BigInt(part.units)))}`;
  const ownParts = parts.filter(({ isOwn }) => isOwn);
  const [fees, others] = [true, false].map((isFee) =>
    sum(parts.filter(({ isOwn, role }) => !isOwn && (role === "fee") === isFee)),
  );
  const isMarked = parts.every(({ isOwn, payee }) => isOwn === own.has(payee));
  expectSame("A part is marked as somebody else's.", isMarked, true, transaction);
  expectSame("A line's parts do not sum to it.", sum(parts), line.gross.units, transaction);
  expectSame("A share is not the sum of its parts.", sum(ownParts), line.share.units, transaction);
  expectSame("Fees are not the sum of their parts.", fees, line.fees.units, transaction);
  expectSame("What others got is not its sum.", others, line.others.units, transaction);
  const credited = sum(ownParts.filter(({ isCredited }) => isCredited));
  const paid = sum(ownParts.filter(({ isCredited }) => !isCredited));
  const claimed = `${sumOf(settlement.claims.map(({ units }) => BigInt(units)))}`;
  const later = `${BigInt(settlement.claimed) + BigInt(settlement.waiting)}`;
  expectSame("What was paid is not its sum.", settlement.paid, paid, transaction);
  expectSame("What was claimed is not its sum.", settlement.claimed, claimed, transaction);
  expectSame("Credits are neither claimed nor waiting.", later, credited, transaction);
  const held = line.kind === "batch" ? sumOf(line.sources.map(({ units }) => BigInt(units))) : 0n;
  const isHeld = held <= BigInt(line.gross.units);
  expectSame("A batch holds more than it brought.", isHeld, true, transaction);
  const [first = line.day] = line.kind === "batch" ? line.sources.map(({ day }) => day).sort() : [];
  const { due, withheld } = noteForLine(readYen(line.share.yen), first, statement);
  expectSame("A line is due on another day.", line.due ?? "", due ?? "", transaction);
  expectSame("Another amount is withheld.", line.withheld ?? "", withheld ?? "", transaction);
}

function expectSame(message: string, said: unknown, found: unknown, transaction?: string): void {
  const [text, expected] = [canonicalJson(said), canonicalJson(found)];
  if (text === expected) return;
  throw new StatementContradictoryError(message, {
    details: [
      ...(transaction === undefined ? [] : [`Transaction: ${transaction}`]),
      `It says: ${text.slice(0, 300)}`,
      `Its parts say: ${expected.slice(0, 300)}`,
    ],
  });
}
