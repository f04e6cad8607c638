const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-](\d{2}):(\d{2}))$/;

/**
 * The moment that a text names (RFC 3339, date-time), in milliseconds since 1970; undefined when it is none.
 * A day that no calendar has (31 February), which `Date` moves into the next month, is none.
 */
export function readTime(text: string): number | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second, offsetHours, offsetMinutes] = match
    .slice(1)
    .map((digits) => Number(digits ?? "0"));
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  const isDay = date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
  const isTime = (hour ?? 24) < 24 && (minute ?? 60) < 60 && (second ?? 60) < 60;
  const isOffset = (offsetHours ?? 24) < 24 && (offsetMinutes ?? 60) < 60;
  const time = Date.parse(text);
  return isDay && isTime && isOffset && !Number.isNaN(time) ? time : undefined;
}
