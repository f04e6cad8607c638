import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fees, feesNow, raisedFees, readFees, writeFees } from "./fees.ts";

const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const fees: fc.Arbitrary<Fees> = fc.oneof(
  fc.record({ type: fc.constant(0 as const), gasPrice: amount }),
  fc.record({ type: fc.constant(2 as const), maxFeePerGas: amount, maxPriorityFeePerGas: amount }),
);
const priceOf = (one: Fees) => (one.type === 0 ? one.gasPrice : one.maxFeePerGas);

test("fees survive the database", () => {
  fc.assert(
    fc.property(fees, (one) => {
      expect(readFees(writeFees(one))).toEqual(one);
    }),
  );
});

test("a raised fee is a tenth more, at least what is asked, and bounded", () => {
  fc.assert(
    fc.property(fees, fees, (before, now) => {
      const raised = raisedFees(before, now);
      if (raised === undefined) return;
      expect(priceOf(raised) * 10n).toBeGreaterThanOrEqual(priceOf(before) * 11n);
      expect(priceOf(raised)).toBeGreaterThanOrEqual(priceOf(now));
      expect(priceOf(raised)).toBeLessThanOrEqual(priceOf(now) * 10n);
    }),
  );
});

test("on a chain that stands still the offer stops growing", () => {
  const now: Fees = { type: 2, maxFeePerGas: 100n, maxPriorityFeePerGas: 1n };
  let offer: Fees | undefined = now;
  let times = 0;
  while (offer !== undefined && times < 1_000) {
    offer = raisedFees(offer, now);
    times += 1;
  }
  expect(times).toBeLessThan(30);
});

test("a chain without priority fees is paid the old way, also where gas is free", () => {
  const old = { gasPrice: 0n, maxFeePerGas: null, maxPriorityFeePerGas: null };
  const free = feesNow(old);
  expect(free).toEqual({ type: 0, gasPrice: 0n });
  expect(raisedFees(free, free)).toBeUndefined();
});
