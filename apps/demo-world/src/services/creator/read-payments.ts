import type { NodeEntry, NodeSale } from "../../sim/creator/node-payouts.ts";
import {
  entryKey,
  type KnownSales,
  type Payment,
  saleKey,
  splitKey,
  toPayments,
} from "../../sim/creator/payment.ts";
import { askEntries, askSales } from "./ask-node.ts";

/** What is known so far of an account's payments at one node; it grows with every reading. */
export interface PaymentBook {
  readonly entries: Map<string, NodeEntry>;
  readonly sales: Map<string, NodeSale>;
  /** By split: the sales that its money came from. */
  readonly splits: Map<string, readonly NodeSale[]>;
  /** What was asked for already: seconds of a chain, and splits with the time of their newest money. */
  readonly asked: Set<string>;
  /** Whether there is more than is read. */
  isCut: boolean;
}

/** A book without a page. */
export const emptyBook = (): PaymentBook => ({
  entries: new Map(),
  sales: new Map(),
  splits: new Map(),
  asked: new Set(),
  isCut: false,
});

/** 2,000 payments: a year of five a day. */
const MOST_PAGES = 20;
/** Sales are looked for in this many places at a reading. The rest come with the next. */
const MOST_QUESTIONS = 12;

/**
 * Reads what is new in an account's payments, and of which sales they are.
 *
 * @param from - Unix seconds: nothing before
 * @throws NodeUnavailableError; what was read until then is in the book
 */
export async function readPayments(
  book: PaymentBook,
  where: { node: string; account: string; from: number },
  signal: AbortSignal,
): Promise<Payment[]> {
  await readNewEntries(book, where, signal);
  await readSalesOf(book, where.node, signal);
  const sales: KnownSales = { byPayment: book.sales, bySplit: book.splits };
  return toPayments([...book.entries.values()], sales);
}

/** Newest first, until something is met that is known. */
async function readNewEntries(
  book: PaymentBook,
  { node, account, from }: { node: string; account: string; from: number },
  signal: AbortSignal,
): Promise<void> {
  const fresh: NodeEntry[] = [];
  let cursor: number | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const { values, next } = await askEntries(node, account, { from, cursor }, signal);
    fresh.push(...values);
    const isKnown = values.some((entry) => book.entries.has(entryKey(entry)));
    // A cursor that does not go back would be asked for ever.
    const goesOn = next !== undefined && (cursor === undefined || next < cursor);
    if (isKnown || !goesOn || values.length === 0) {
      for (const entry of fresh) book.entries.set(entryKey(entry), entry);
      return;
    }
    cursor = next;
  }
  for (const entry of fresh) book.entries.set(entryKey(entry), entry);
  book.isCut = true;
}

/** Asks for the sales that payments came from: by the second in which they were, or by the split that divided them. */
async function readSalesOf(book: PaymentBook, node: string, signal: AbortSignal): Promise<void> {
  const seconds = new Map<string, NodeEntry>();
  const splits = new Map<string, NodeEntry>();
  for (const entry of book.entries.values()) {
    if (!BROUGHT.includes(entry.kind)) continue;
    const isOfSplit = entry.purpose === undefined;
    const newest = splits.get(splitKey(entry));
    if (!isOfSplit) seconds.set(`${entry.chain}/${entry.time}`, entry);
    else if (newest === undefined || newest.time < entry.time) splits.set(splitKey(entry), entry);
  }
  for (const [key, { chain, time }] of notAsked(book, seconds)) {
    const { values } = await askSales(node, { chain, from: time, before: time + 1 }, signal);
    for (const sale of values) book.sales.set(saleKey(sale), sale);
    book.asked.add(key);
  }
  const dated = [...splits].map(([key, entry]) => [`${key}/${entry.time}`, entry] as const);
  for (const [key, entry] of notAsked(book, dated)) {
    const { values } = await askSales(node, { account: entry.source }, signal);
    book.splits.set(splitKey(entry), values);
    book.asked.add(key);
  }
}

const BROUGHT: readonly NodeEntry["kind"][] = ["paid", "credited", "refund"];

const notAsked = (book: PaymentBook, wanted: Iterable<readonly [string, NodeEntry]>) =>
  [...wanted].filter(([key]) => !book.asked.has(key)).slice(0, MOST_QUESTIONS);
