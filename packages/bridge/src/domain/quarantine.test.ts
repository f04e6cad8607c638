import fc from "fast-check";
import { expect, test } from "vitest";
import { quarantineSeconds } from "./quarantine.ts";

const HOUR = 3_600;
const now = 1_700_000_000;

test("listed money is stopped for as long as the validator can", () => {
  expect(quarantineSeconds("erc20", { until: 0, left: 6 * HOUR, now })).toBe(6 * HOUR);
  expect(quarantineSeconds("erc20", { until: now, left: 5, now })).toBe(5);
});

test.each(["erc20", "erc721", "erc1155"] as const)(
  "%s that stands still already, or with nothing left, costs nothing",
  (standard) => {
    expect(quarantineSeconds(standard, { until: now + 1, left: 6 * HOUR, now })).toBeUndefined();
    expect(quarantineSeconds(standard, { until: 0, left: 0, now })).toBeUndefined();
  },
);

test("however many collections strangers make, half of the budget is left for money", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 * HOUR }), fc.nat(100), (left, collections) => {
      let rest = left;
      for (let n = 0; n <= collections; n += 1) {
        const seconds = quarantineSeconds("erc721", { until: 0, left: rest, now });
        expect(seconds ?? 1).toBeGreaterThan(0);
        rest -= seconds ?? 0;
      }
      expect(rest).toBeGreaterThanOrEqual(Math.min(left, 3 * HOUR));
      expect(quarantineSeconds("erc20", { until: 0, left: rest, now })).toBe(rest || undefined);
    }),
  );
});
