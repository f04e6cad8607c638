import { dayInJapan } from "@ryugu/sdk/payout";

/** What a statement may be about: `2026-11` or `2026`. */
export type PeriodUnit = "month" | "year";

/** How far back the lists go. */
const LENGTH: Readonly<Record<PeriodUnit, number>> = { month: 24, year: 5 };
const MONTHS = 12;

/** Periods to choose from, the newest first: months or years of Japan's calendar. @param now - Unix seconds */
export function periodChoices(unit: PeriodUnit, now: number): string[] {
  const [year = 0, month = 1] = dayInJapan(now).split("-").map(Number);
  return Array.from({ length: LENGTH[unit] }, (_, back) => {
    if (unit === "year") return `${year - back}`;
    const number = year * MONTHS + month - 1 - back;
    return `${Math.floor(number / MONTHS)}-${`${(number % MONTHS) + 1}`.padStart(2, "0")}`;
  });
}

/** Whether a period is over in Japan: until then its statement is provisional. @param now - Unix seconds */
export const isPeriodOver = (period: string, now: number): boolean =>
  dayInJapan(now).slice(0, period.length) > period;
