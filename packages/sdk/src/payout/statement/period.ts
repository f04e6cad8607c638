import { preview } from "../../primitives/index.ts";
import { InvalidPeriodError } from "./errors.ts";

/** Days in Japan: from the first, up to but without the second. */
export interface Period {
  /** `2026-11-01` */
  readonly from: string;
  /** `2026-12-01`, not in the period. */
  readonly to: string;
}

/** Japan is nine hours ahead of UTC, all year. */
const JAPAN = 9 * 3_600;
const DAY = 86_400;
const DAY_TEXT = /^(?:20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$/;

/**
 * Reads a period: a year `2026`, a month `2026-11`, a day `2026-11-05`, or days `2026-11-01/2026-11-16`, the last one excluded.
 *
 * @throws InvalidPeriodError
 */
export function parsePeriod(text: string): Period {
  const parts = text.length > 30 ? [] : text.split("/");
  const [first = "", second] = parts;
  if (parts.length === 2 && second !== undefined) return checkPeriod({ from: first, to: second });
  if (parts.length === 1 && /^[0-9]{4}$/.test(first)) {
    return checkPeriod({ from: `${first}-01-01`, to: `${Number(first) + 1}-01-01` });
  }
  if (parts.length === 1 && /^[0-9]{4}-[0-9]{2}$/.test(first)) {
    const from = `${first}-01`;
    return checkPeriod({ from, to: isDay(from) ? `${addDays(from, 31).slice(0, 7)}-01` : "" });
  }
  return checkPeriod({ from: first, to: isDay(first) ? addDays(first, 1) : "" });
}

/**
 * Checks that a period has two real days of this century or the next, in order.
 *
 * @throws InvalidPeriodError
 */
export function checkPeriod(period: Period): Period {
  const { from, to } = period;
  if (!isDay(from) || !isDay(to) || from >= to) {
    throw new InvalidPeriodError("Expected a period such as 2026-11 or 2026-11-01/2026-12-01.", {
      details: [`Received: ${preview(`${from}/${to}`)}`],
    });
  }
  return { from, to };
}

/** The unix seconds at which a period begins and ends. */
export function periodSeconds({ from, to }: Period): { from: number; to: number } {
  return { from: dayNumber(from) * DAY - JAPAN, to: dayNumber(to) * DAY - JAPAN };
}

/** The day in Japan of a time in unix seconds. */
export function japanDay(time: number): string {
  return dayText(Math.floor((time + JAPAN) / DAY));
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** A time in unix seconds as text, in UTC. */
export function instantText(time: number): string {
  return new Date(time * 1_000).toISOString().replace(".000Z", "Z");
}

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return DAY_TEXT.test(text) && dayText(dayNumber(text)) === text;
}

function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return Date.UTC(year, month - 1, date) / (DAY * 1_000);
}

function dayText(number: number): string {
  return new Date(number * DAY * 1_000).toISOString().slice(0, 10);
}
