import fc from "fast-check";
import { expect, test } from "vitest";
import { chartScale, toYen } from "./chart-scale.ts";
import { type Earned, totalOf } from "./earnings.ts";

const YEN = 10n ** 18n;
const day = (key: string, first: bigint, home = 0n): Earned => {
  const sums = { first, resale: 0n, home, other: 0n };
  return { key, sums, total: totalOf(sums) };
};

test("the scale ends at 1, 2 or 5 with noughts, never below what it holds", () => {
  const topOf = (yen: bigint) => chartScale([day("a", yen * YEN)]).top;
  expect([0n, 99n, 101n, 1_999n, 2_001n, 50_001n].map(topOf)).toEqual([
    100, 100, 200, 2_000, 5_000, 100_000,
  ]);
});

test("parts stand on one another and fit the scale, at any size", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 2n ** 250n }), { maxLength: 8 }), (amounts) => {
      const { top, bars } = chartScale(
        amounts.map((amount, i) => day(`${i}`, amount, amount / 3n)),
      );
      for (const { parts } of bars) {
        let from = 0;
        for (const part of parts) {
          expect(part.from).toBe(from);
          from = part.to;
        }
        expect(from).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(Number.isFinite(top)).toBe(true);
    }),
  );
});

test("an amount is drawn in yen", () => {
  expect(toYen((12n * YEN) / 10n)).toBeCloseTo(1.2);
});
