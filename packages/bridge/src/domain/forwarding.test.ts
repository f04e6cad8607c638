import fc from "fast-check";
import { expect, test } from "vitest";
import { feeInUnits, judgeForward, shouldForward, type WaitingRoyalty } from "./forwarding.ts";

const units = fc.bigInt({ min: 0n, max: 10n ** 12n });
const time = fc.integer({ min: 0, max: 10 ** 9 });
const waiting: fc.Arbitrary<WaitingRoyalty> = fc.record({
  value: units,
  oldest: time,
  now: time,
  feeOfLane: fc.option(units, { nil: undefined }),
  policy: fc.record({ minimum: units, maximumAge: time }),
});

test("royalties go by value or by age, and never where the way costs more than they are worth", () => {
  fc.assert(
    fc.property(waiting, (royalty) => {
      const { value, oldest, now, feeOfLane, policy } = royalty;
      const isWorthIt = feeOfLane !== undefined && value > 0n && value >= feeOfLane;
      const isTime = value >= policy.minimum || now - oldest >= policy.maximumAge;
      expect(shouldForward(royalty)).toBe(isWorthIt && isTime);
    }),
  );
});

test("what is due stays due: more value or more time never holds royalties back", () => {
  fc.assert(
    fc.property(waiting, units, time, (royalty, more, longer) => {
      fc.pre(shouldForward(royalty));
      const later = { ...royalty, value: royalty.value + more, now: royalty.now + longer };
      expect(shouldForward(later)).toBe(true);
    }),
  );
});

test("why royalties wait", () => {
  const policy = { minimum: 100n, maximumAge: 50 };
  const judge = (value: bigint, now: number, feeOfLane: bigint | undefined = 0n) =>
    judgeForward({ value, oldest: 0, now, feeOfLane, policy });
  expect(judge(0n, 99)).toBe("nothing");
  expect([judge(99n, 49), judge(100n, 0), judge(1n, 50)]).toEqual(["collecting", "due", "due"]);
  expect([judge(7n, 50, 8n), judge(8n, 50, 8n)]).toEqual(["below-fee", "due"]);
  expect(judgeForward({ value: 7n, oldest: 0, now: 50, feeOfLane: undefined, policy })).toBe(
    "unpriced",
  );
});

test("a lane's fee is rounded up to whole units, and unknown without a price", () => {
  const coin = 10n ** 18n;
  expect([feeInUnits(0n, undefined), feeInUnits(1n, undefined)]).toEqual([0n, undefined]);
  expect([feeInUnits(1n, 1n), feeInUnits(coin, 40_000n)]).toEqual([1n, 40_000n]);
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: coin }), units, (wei, price) => {
      const fee = feeInUnits(wei, price) ?? -1n;
      expect(fee * coin >= wei * price && (fee - 1n) * coin < wei * price).toBe(true);
    }),
  );
});
