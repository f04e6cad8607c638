/** A day in Japan: `2026-11-23`. */
export type Day = string;

/** When a bank works. */
export interface BankCalendar {
  /** National holidays. Weekends and the days from 31 December to 3 January need not be in it. */
  readonly holidays: ReadonlySet<Day>;
  /** Minutes after midnight in Japan from which an order waits for the next business day; 15:00 is 900. */
  readonly cutOff: number;
  /** Minutes after midnight in Japan at which the day's first transfers leave; 8:30 is 510. */
  readonly opening: number;
  /** Whether it takes part in the Zengin System's more-time system: transfers leave at any hour of any day. */
  readonly moreTime: boolean;
}

/** Japan has no summer time. */
const JAPAN = 9 * 3_600;
const DAY = 86_400;
const MINUTE = 60;
/** No run of closed days is as long. */
const MAX_CLOSED_DAYS = 31;
const SATURDAY = 6;

/** The day in Japan at a time in unix seconds. */
export function dayInJapan(at: number): Day {
  return new Date((at + JAPAN) * 1_000).toISOString().slice(0, 10);
}

/** The unix seconds at which a day begins in Japan. */
export function startOfDay(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 1_000 - JAPAN;
}

/**
 * Whether banks in Japan work on a day: no Saturday, Sunday or national holiday, nor 31 December to 3 January
 * (Banking Act, Order for Enforcement, article 5).
 */
export function isBusinessDay(day: Day, { holidays }: Pick<BankCalendar, "holidays">): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const isNewYear = /-(12-31|01-0[123])$/.test(day);
  return weekday !== 0 && weekday !== SATURDAY && !isNewYear && !holidays.has(day);
}

/** The first business day after a day. */
export function nextBusinessDay(day: Day, calendar: Pick<BankCalendar, "holidays">): Day {
  const start = startOfDay(day);
  for (let n = 1; n <= MAX_CLOSED_DAYS; n++) {
    const candidate = dayInJapan(start + n * DAY);
    if (isBusinessDay(candidate, calendar)) return candidate;
  }
  throw new RangeError(`No business day follows ${day} within ${MAX_CLOSED_DAYS} days.`);
}

/**
 * When a transfer that is ordered now leaves the bank: at once while the bank works, at the opening of the next
 * business day after the cut-off.
 *
 * @param at - unix seconds
 * @returns unix seconds
 */
export function departureTime(at: number, calendar: BankCalendar): number {
  if (calendar.moreTime) return at;
  const today = dayInJapan(at);
  const minutes = (at - startOfDay(today)) / MINUTE;
  if (isBusinessDay(today, calendar) && minutes < calendar.cutOff) {
    return Math.max(at, opensAt(today, calendar));
  }
  return opensAt(nextBusinessDay(today, calendar), calendar);
}

function opensAt(day: Day, { opening }: BankCalendar): number {
  return startOfDay(day) + opening * MINUTE;
}
