import type { Address, ChainId } from "../../../primitives/index.ts";
import { sumOf, unitsToYen, yenText } from "../amount.ts";
import type { IncomeLine, StatementLine } from "../document/line.ts";
import type { ChainSums, YenSums } from "../document/totals.ts";
import { groupBy } from "./group.ts";
import { compareText } from "./order.ts";
import type { CurrencyFinder } from "./request.ts";

const AMOUNTS = [
  "gross",
  "broughtHome",
  "fees",
  "others",
  "share",
  "refunds",
  "paid",
  "claimed",
  "waiting",
] as const;

/** Sums before they are written. */
interface Sums extends Record<(typeof AMOUNTS)[number], bigint> {
  readonly sales: number;
  readonly batches: number;
}

/** The sums of a statement's lines: by chain and currency in its units, and of all in yen. */
export function sumLines(
  lines: readonly StatementLine[],
  currencyOf: CurrencyFinder,
): { chains: ChainSums[]; yen: YenSums } {
  const groups = [...groupBy(lines, ({ chain, currency }) => `${chain}/${currency}`)].sort(
    ([a], [b]) => compareText(a, b),
  );
  const chains: ChainSums[] = [];
  const inYen: Sums[] = [];
  for (const [, group] of groups) {
    const { chain, currency } = group[0] as { chain: ChainId; currency: Address };
    const { decimals } = currencyOf(chain, currency);
    const sums = sumsOf(group);
    chains.push({ chain, currency, ...written(sums, String) });
    inYen.push(withAmounts(sums, (name) => unitsToYen(sums[name], decimals)));
  }
  return { chains, yen: written(addSums(inYen), yenText) };
}

function sumsOf(lines: readonly StatementLine[]): Sums {
  const income = lines.filter((line): line is IncomeLine => line.kind !== "refund");
  const batches = income.filter(({ kind }) => kind === "batch");
  const sales = income.filter(({ kind }) => kind !== "batch");
  const sum = (of: readonly IncomeLine[], text: (line: IncomeLine) => string) =>
    sumOf(of.map((line) => BigInt(text(line))));
  return {
    sales: sales.length,
    gross: sum(sales, ({ gross }) => gross.units),
    batches: batches.length,
    broughtHome: sum(batches, ({ gross }) => gross.units),
    fees: sum(income, ({ fees }) => fees.units),
    others: sum(income, ({ others }) => others.units),
    share: sum(income, ({ share }) => share.units),
    refunds: -sumOf(lines.map((line) => (line.kind === "refund" ? BigInt(line.amount.units) : 0n))),
    paid: sum(income, ({ settlement }) => settlement.paid),
    claimed: sum(income, ({ settlement }) => settlement.claimed),
    waiting: sum(income, ({ settlement }) => settlement.waiting),
  };
}

/** The same sums with each amount made anew. */
function withAmounts(
  { sales, batches }: Pick<Sums, "sales" | "batches">,
  amount: (name: (typeof AMOUNTS)[number]) => bigint,
): Sums {
  const amounts = Object.fromEntries(AMOUNTS.map((name) => [name, amount(name)]));
  return { ...(amounts as Record<(typeof AMOUNTS)[number], bigint>), sales, batches };
}

function addSums(all: readonly Sums[]): Sums {
  const count = (name: "sales" | "batches") => all.reduce((sum, each) => sum + each[name], 0);
  return withAmounts({ sales: count("sales"), batches: count("batches") }, (name) =>
    sumOf(all.map((each) => each[name])),
  );
}

function written(sums: Sums, text: (amount: bigint) => string): YenSums {
  const { sales, batches, share, refunds } = sums;
  return {
    sales,
    gross: text(sums.gross),
    batches,
    broughtHome: text(sums.broughtHome),
    fees: text(sums.fees),
    others: text(sums.others),
    share: text(share),
    refunds: text(refunds),
    net: text(share - refunds),
    paid: text(sums.paid),
    claimed: text(sums.claimed),
    waiting: text(sums.waiting),
  };
}
