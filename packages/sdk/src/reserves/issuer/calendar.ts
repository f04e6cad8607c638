const DAY = 86_400_000;
/** Japan is nine hours ahead of UTC all the year. */
const JAPAN = 9 * 3_600_000;

/** A day, as days since 1970-01-01. Days compare, also beyond the years that four digits write. */
export type DayNumber = number;

/** The day of a calendar date such as `2026-11-22`. */
export function dayOf(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The day that it is in Japan at an instant: there the banks open, and bonds mature. */
export function dayInJapan(instant: string): DayNumber {
  return Math.floor((Date.parse(instant) + JAPAN) / DAY);
}

/** The same day of a later month, or that month's last where it has no such day, as Japan's Civil Code counts (art. 143). */
export function monthsAfter(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY);
  const dayOfMonth = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0);
  return date.getTime() / DAY;
}
