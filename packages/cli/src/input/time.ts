import { UsageError } from "../errors.ts";

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const SPAN = /^([0-9]{1,6})([smhd])$/;
const EXPECTED = "Write a number and s, m, h or d: 90s, 10m, 2h, 7d.";

/**
 * Reads a time span such as `90s`, `10m`, `2h` or `7d`.
 *
 * @returns seconds
 * @throws UsageError
 */
export function parseSpan(text: string, option: string): number {
  const seconds = spanSeconds(text);
  if (seconds !== undefined && seconds > 0) return seconds;
  throw new UsageError(`${option} is no time span: ${text}`, { details: [EXPECTED] });
}

/**
 * Reads a moment: a span from now, a date in ISO 8601, or unix seconds.
 *
 * @param now - milliseconds since 1970
 * @returns unix seconds
 * @throws UsageError when it cannot be read or has passed
 */
export function parseMoment(text: string, option: string, now: number): number {
  const span = spanSeconds(text);
  const moment =
    span !== undefined
      ? Math.floor(now / 1_000) + span
      : /^[0-9]{1,12}$/.test(text)
        ? Number(text)
        : Math.floor(Date.parse(text) / 1_000);
  if (Number.isNaN(moment)) {
    throw new UsageError(`${option} is no time: ${text}`, {
      details: [EXPECTED, "Or a date: 2027-01-31T12:00:00+09:00."],
    });
  }
  if (moment * 1_000 > now) return moment;
  throw new UsageError(`${option} lies in the past: ${text}`, {
    details: [`It reads as ${new Date(moment * 1_000).toISOString()}.`],
  });
}

/**
 * Reads a moment that has passed: a span back from now, or a date in ISO 8601.
 *
 * @param now - milliseconds since 1970
 * @returns unix seconds
 * @throws UsageError
 */
export function parseSince(text: string, option: string, now: number): number {
  const span = spanSeconds(text);
  const moment =
    span === undefined ? Math.floor(Date.parse(text) / 1_000) : Math.floor(now / 1_000) - span;
  if (moment >= 0) return moment;
  throw new UsageError(`${option} is no time: ${text}`, {
    details: [EXPECTED, "Or a date: 2027-01-31T12:00:00+09:00."],
  });
}

function spanSeconds(text: string): number | undefined {
  const [, count, unit] = SPAN.exec(text) ?? [];
  return count === undefined || unit === undefined ? undefined : Number(count) * (UNITS[unit] ?? 0);
}
