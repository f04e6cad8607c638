import { dayInJapan, startOfDay } from "@ryugu/sdk/payout";
import { EARNING_KINDS, type EarningKind, type Payment } from "./payment.ts";

/** What the chart counts by. */
export type ChartUnit = "day" | "month";

/** What was earned in one day or month of Japan's calendar, in yen's smallest unit. */
export interface Earned {
  /** `2026-11-23` or `2026-11`. */
  readonly key: string;
  readonly sums: Readonly<Record<EarningKind, bigint>>;
  readonly total: bigint;
}

/** How many days and months the chart shows. */
export const CHART_LENGTH: Readonly<Record<ChartUnit, number>> = { day: 30, month: 12 };

const DAY = 86_400;
const MONTH_TEXT = 7;
const MONTHS = 12;

/**
 * What was earned by day or month, oldest first, up to today. What waits to be claimed was earned too; what was given back is not
 * taken off.
 *
 * @param now - Unix seconds
 */
export function earnedBy(unit: ChartUnit, payments: readonly Payment[], now: number): Earned[] {
  const buckets = new Map(keysOf(unit, now).map((key) => [key, emptySums()]));
  for (const { kind, time, amount } of payments) {
    const day = dayInJapan(time);
    const sums = buckets.get(unit === "day" ? day : day.slice(0, MONTH_TEXT));
    if (sums !== undefined && kind !== "refund") sums[kind] += BigInt(amount);
  }
  return [...buckets].map(([key, sums]) => ({ key, sums, total: totalOf(sums) }));
}

/** When the chart's oldest month begins, in Unix seconds: what is older is not asked for. */
export function chartStart(now: number): number {
  const [month = ""] = keysOf("month", now);
  return startOfDay(`${month}-01`);
}

/** The sums of several days or months. */
export function sumEarned(earned: readonly Earned[]): Earned["sums"] {
  const sums = emptySums();
  for (const one of earned) for (const kind of EARNING_KINDS) sums[kind] += one.sums[kind];
  return sums;
}

/** All of it. */
export const totalOf = (sums: Earned["sums"]): bigint =>
  EARNING_KINDS.reduce((total, kind) => total + sums[kind], 0n);

const emptySums = (): Record<EarningKind, bigint> => ({
  first: 0n,
  resale: 0n,
  home: 0n,
  other: 0n,
});

function keysOf(unit: ChartUnit, now: number): string[] {
  const length = CHART_LENGTH[unit];
  const back = Array.from({ length }, (_, index) => length - 1 - index);
  if (unit === "day") return back.map((days) => dayInJapan(now - days * DAY));
  const [year = 0, month = 1] = dayInJapan(now).split("-").map(Number);
  return back.map((months) => monthText(year * MONTHS + month - 1 - months));
}

function monthText(number: number): string {
  const month = `${(number % MONTHS) + 1}`.padStart(2, "0");
  return `${Math.floor(number / MONTHS)}-${month}`;
}
