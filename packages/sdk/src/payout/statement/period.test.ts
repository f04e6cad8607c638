import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidPeriodError, parsePeriod, periodSeconds } from "./index.ts";
import { addDays, isDay, japanDay } from "./period.ts";

test.each([
  ["2026", "2026-01-01", "2027-01-01"],
  ["2026-11", "2026-11-01", "2026-12-01"],
  ["2026-12", "2026-12-01", "2027-01-01"],
  ["2028-02", "2028-02-01", "2028-03-01"],
  ["2026-11-30", "2026-11-30", "2026-12-01"],
  ["2026-11-01/2026-11-16", "2026-11-01", "2026-11-16"],
])("%s is read", (text, from, to) => {
  expect(parsePeriod(text)).toEqual({ from, to });
});

test.each([
  "",
  "2026-13",
  "2026-00",
  "2026-02-30",
  "1999",
  "2026-11-02/2026-11-02",
  "2026-11-03/2026-11-02",
  "2026-11-01/2026-11-02/2026-11-03",
  "2026-11-01T00:00",
  "/",
  "-1",
  "9".repeat(100),
])("%j is no period", (text) => {
  expect(() => parsePeriod(text)).toThrow(InvalidPeriodError);
});

test("a month in Japan begins nine hours before it does in UTC", () => {
  const { from, to } = periodSeconds(parsePeriod("2026-11"));
  expect(new Date(from * 1_000).toISOString()).toBe("2026-10-31T15:00:00.000Z");
  expect(new Date(to * 1_000).toISOString()).toBe("2026-11-30T15:00:00.000Z");
});

test("a time lies in the day that it is said to be of", () => {
  fc.assert(
    fc.property(fc.integer({ min: 946_684_800, max: 4_000_000_000 }), (time) => {
      const day = japanDay(time);
      expect(isDay(day)).toBe(true);
      const { from, to } = periodSeconds({ from: day, to: addDays(day, 1) });
      expect(time >= from && time < to).toBe(true);
    }),
  );
});
