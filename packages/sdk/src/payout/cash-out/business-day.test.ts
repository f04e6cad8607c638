import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type BankCalendar,
  dayInJapan,
  departureTime,
  isBusinessDay,
  nextBusinessDay,
  startOfDay,
} from "./business-day.ts";

const CALENDAR: BankCalendar = {
  holidays: new Set(["2026-11-03", "2026-11-23", "2027-01-11"]),
  cutOff: 15 * 60,
  opening: 8 * 60 + 30,
  moreTime: false,
};
const japan = (text: string) => Date.parse(`${text}:00+09:00`) / 1_000;
const inJapan = (at: number) => new Date((at + 9 * 3_600) * 1_000).toISOString().slice(0, 16);

test.each([
  ["2026-11-20", true],
  ["2026-11-21", false],
  ["2026-11-22", false],
  ["2026-11-23", false],
  ["2026-11-24", true],
  ["2026-12-30", true],
  ["2026-12-31", false],
  ["2027-01-01", false],
  ["2027-01-04", true],
])("%s: banks work: %s", (day, works) => {
  expect(isBusinessDay(day, CALENDAR)).toBe(works);
});

test("a day ends at midnight in Japan", () => {
  expect(dayInJapan(japan("2026-11-23T23:59"))).toBe("2026-11-23");
  expect(dayInJapan(japan("2026-11-24T00:00"))).toBe("2026-11-24");
  expect(startOfDay("2026-11-24")).toBe(japan("2026-11-24T00:00"));
  expect(nextBusinessDay("2026-11-20", CALENDAR)).toBe("2026-11-24");
  expect(nextBusinessDay("2026-12-30", CALENDAR)).toBe("2027-01-04");
});

test.each([
  ["2026-11-20T10:00", "2026-11-20T10:00"],
  ["2026-11-20T06:00", "2026-11-20T08:30"],
  ["2026-11-20T14:59", "2026-11-20T14:59"],
  ["2026-11-20T15:00", "2026-11-24T08:30"],
  ["2026-11-22T12:00", "2026-11-24T08:30"],
  ["2026-11-24T00:00", "2026-11-24T08:30"],
  ["2026-12-30T15:30", "2027-01-04T08:30"],
])("what is ordered at %s leaves at %s", (ordered, leaves) => {
  expect(inJapan(departureTime(japan(ordered), CALENDAR))).toBe(leaves);
});

test("with more time it leaves at once", () => {
  const at = japan("2026-11-22T03:00");
  expect(departureTime(at, { ...CALENDAR, moreTime: true })).toBe(at);
});

test("nothing leaves before it is ordered, nor while the bank is closed", () => {
  const begin = japan("2026-01-01T00:00");
  fc.assert(
    fc.property(fc.integer({ min: begin, max: begin + 2 * 365 * 86_400 }), (at) => {
      const leaves = departureTime(at, CALENDAR);
      const day = dayInJapan(leaves);
      const minutes = (leaves - startOfDay(day)) / 60;
      expect(leaves).toBeGreaterThanOrEqual(at);
      expect(isBusinessDay(day, CALENDAR)).toBe(true);
      expect(minutes >= CALENDAR.opening && minutes < CALENDAR.cutOff).toBe(true);
    }),
  );
});

test("a calendar without any business day is an error, not a loop", () => {
  const days = Array.from({ length: 60 }, (_, n) =>
    dayInJapan(startOfDay("2026-11-01") + n * 86_400),
  );
  expect(() => nextBusinessDay("2026-11-02", { holidays: new Set(days) })).toThrow(RangeError);
});
