import { expect, test } from "vitest";
import { dayInJapan, dayOf, monthsAfter } from "./calendar.ts";

test.each([
  ["2026-10-31T14:59:59Z", "2026-10-31"],
  ["2026-10-31T15:00:00Z", "2026-11-01"],
])("at %s it is %s in Japan", (instant, day) => {
  expect(dayInJapan(instant)).toBe(dayOf(day));
});

test.each([
  ["2026-08-15", "2026-11-15"],
  ["2026-10-31", "2027-01-31"],
  ["2026-11-30", "2027-02-28"],
  ["2027-11-30", "2028-02-29"],
])("three months after %s is %s", (from, to) => {
  expect(monthsAfter(dayOf(from), 3)).toBe(dayOf(to));
});

test("the ends of time are days too", () => {
  const last = dayInJapan("9999-12-31T23:59:59Z");
  expect(last).toBe(dayOf("9999-12-31") + 1);
  expect(monthsAfter(last, 3)).toBeGreaterThan(last);
  expect(dayOf("0000-01-01")).toBeLessThan(0);
});
