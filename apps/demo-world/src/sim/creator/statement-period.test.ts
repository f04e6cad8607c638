import { expect, test } from "vitest";
import { isPeriodOver, periodChoices } from "./statement-period.ts";

const at = (text: string) => Date.parse(text) / 1_000;

test("months and years of Japan's calendar, the newest first", () => {
  const now = at("2025-12-31T15:00:00Z");
  expect(periodChoices("month", now).slice(0, 3)).toEqual(["2026-01", "2025-12", "2025-11"]);
  expect(periodChoices("month", now)).toHaveLength(24);
  expect(periodChoices("year", now).slice(0, 2)).toEqual(["2026", "2025"]);
});

test("a period is over when Japan has another month or year", () => {
  expect(isPeriodOver("2026-11", at("2026-11-30T14:59:59Z"))).toBe(false);
  expect(isPeriodOver("2026-11", at("2026-11-30T15:00:00Z"))).toBe(true);
  expect(isPeriodOver("2026", at("2026-12-31T14:59:59Z"))).toBe(false);
  expect(isPeriodOver("2026", at("2026-12-31T15:00:00Z"))).toBe(true);
});
