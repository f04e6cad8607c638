import fc from "fast-check";
import { expect, test } from "vitest";
import { CHART_LENGTH, chartStart, earnedBy, sumEarned, totalOf } from "./earnings.ts";
import { EARNING_KINDS, type Payment } from "./payment.ts";

const at = (text: string) => Date.parse(text) / 1_000;
const NOW = at("2026-11-23T03:00:00Z");

const payment = (time: number, change: Partial<Payment> = {}): Payment => ({
  ...{ key: `${time}`, kind: "first", state: "paid", chain: "eip155:1", source: "", currency: "" },
  ...{ amount: "7", time, transaction: "" },
  ...change,
});

test("a day is Japan's: it begins at 15:00 in UTC", () => {
  const earned = earnedBy(
    "day",
    [payment(at("2026-11-21T14:59:59Z")), payment(at("2026-11-21T15:00:00Z"), { kind: "home" })],
    NOW,
  );
  expect(earned).toHaveLength(CHART_LENGTH.day);
  expect(earned.slice(-3).map(({ key, total }) => [key, total])).toEqual([
    ["2026-11-21", 7n],
    ["2026-11-22", 7n],
    ["2026-11-23", 0n],
  ]);
  expect(earned.at(-2)?.sums.home).toBe(7n);
});

test("months go back over the year's end, the oldest first", () => {
  const keys = earnedBy("month", [], at("2026-02-10T00:00:00Z")).map(({ key }) => key);
  expect([keys[0], keys.at(-3), keys.at(-2), keys.at(-1)]).toEqual([
    "2025-03",
    "2025-12",
    "2026-01",
    "2026-02",
  ]);
  expect(chartStart(at("2026-02-10T00:00:00Z"))).toBe(at("2025-02-28T15:00:00Z"));
});

test("the last minute of a month in UTC is the next month in Japan", () => {
  const keys = earnedBy("month", [], at("2026-11-30T23:59:00Z")).map(({ key }) => key);
  expect(keys.at(-1)).toBe("2026-12");
});

test("what waits counts, what was given back does not, and nothing within the year is lost", () => {
  const arbitrary = fc.record({
    amount: fc.bigInt({ min: 0n, max: 10n ** 60n }),
    kind: fc.constantFrom(...EARNING_KINDS, "refund" as const),
    state: fc.constantFrom("paid" as const, "waiting" as const, "claimed" as const),
    time: fc.integer({ min: chartStart(NOW), max: NOW }),
  });
  fc.assert(
    fc.property(fc.array(arbitrary), (some) => {
      const payments = some.map(({ amount, time, ...rest }) =>
        payment(time, { ...rest, amount: `${amount}` }),
      );
      const wanted = some
        .filter(({ kind }) => kind !== "refund")
        .reduce((sum, { amount }) => sum + amount, 0n);
      expect(totalOf(sumEarned(earnedBy("month", payments, NOW)))).toBe(wanted);
    }),
  );
});
