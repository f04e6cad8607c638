import fc from "fast-check";
import { expect, test } from "vitest";
import type { TransferFees } from "./fees.ts";
import { quoteCashOut } from "./quote.ts";

const FEES: TransferFees = {
  bankCode: "9999",
  sameBank: [{ from: 0n, fee: 0n }],
  otherBanks: [
    { from: 0n, fee: 145n },
    { from: 30_000n, fee: 165n },
  ],
};
const YEN = 10n ** 18n;
const TERMS = { decimals: 18, fees: FEES };

test.each([
  [
    10_000n * YEN,
    "0005",
    { units: 10_000n * YEN, dust: 0n, yen: 10_000n, fee: 145n, arrives: 9_855n },
  ],
  [30_000n * YEN + 1n, "0005", { yen: 30_000n, fee: 165n, arrives: 29_835n, dust: 1n }],
  [29_999n * YEN, "0005", { fee: 145n }],
  [10_000n * YEN - 1n, "9999", { yen: 9_999n, fee: 0n, dust: YEN - 1n }],
])("%s units to bank %s", (amount, bankCode, quote) => {
  expect(quoteCashOut(amount, bankCode, TERMS)).toMatchObject(quote);
});

test.each([0n, YEN - 1n, 145n * YEN])("%s units are too little", (amount) => {
  expect(() => quoteCashOut(amount, "0005", TERMS)).toThrow(
    expect.objectContaining({ code: "cash-out-too-small" }),
  );
});

test("nothing is lost, to the unit, whatever the amount, the decimals and the bank", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 1n << 100n }),
      fc.integer({ min: 0, max: 18 }),
      fc.constantFrom("9999", "0005"),
      (amount, decimals, bankCode) => {
        const whole = 10n ** BigInt(decimals);
        fc.pre(amount / whole > 165n);
        const quote = quoteCashOut(amount, bankCode, { decimals, fees: FEES });
        expect(quote.units + quote.dust).toBe(amount);
        expect(quote.yen * whole).toBe(quote.units);
        expect(quote.fee + quote.arrives).toBe(quote.yen);
        expect(quote.dust).toBeLessThan(whole);
        expect(quote.arrives).toBeGreaterThan(0n);
      },
    ),
  );
});
