import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAmount, anyShares } from "../../../test/arbitrary-shares.ts";
import { address, IntegerOutOfRangeError, ZERO_ADDRESS } from "../../primitives/index.ts";
import { InvalidSharesError } from "../errors.ts";
import { divide } from "./divide.ts";
import { divideNested, dividePayment, type ListOf } from "./divide-nested.ts";
import type { SplitShare } from "./share.ts";

const account = (n: number) => address(`0x${n.toString(16).padStart(40, "0")}`);
const share = (n: number, weight: number, nested = false): SplitShare => ({
  payee: account(n),
  weight,
  nested,
});
const sum = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n);
const nobody: ListOf = () => undefined;

describe("a list", () => {
  test("divides 100 by 2 to 1 into 66 and 34", () => {
    expect(divide(100n, [share(1, 2), share(2, 1)])).toEqual([66n, 34n]);
    expect(divide(100n, [share(1, 1), share(2, 2)])).toEqual([33n, 67n]);
  });

  test("gives all, and nobody a unit more or less than their exact part", () => {
    fc.assert(
      fc.property(anyAmount, anyShares(), (amount, shares) => {
        const parts = divide(amount, shares);
        const whole = sum(shares.map(({ weight }) => BigInt(weight)));
        expect(sum(parts)).toBe(amount);
        for (const [i, part] of parts.entries()) {
          const exact = amount * BigInt(shares[i]?.weight ?? 0);
          expect(part * whole - exact < whole && exact - part * whole < whole).toBe(true);
        }
      }),
    );
  });

  test("is 1 to 500 payees with whole weights", () => {
    const reason = (shares: SplitShare[]) => {
      try {
        divide(1n, shares);
      } catch (error) {
        if (error instanceof InvalidSharesError) return error.reason;
      }
      return "none";
    };
    expect(reason([])).toBe("count");
    expect(reason(Array.from({ length: 501 }, (_, i) => share(i + 1, 1)))).toBe("count");
    expect(reason(Array.from({ length: 500 }, (_, i) => share(i + 1, 1)))).toBe("none");
    for (const weight of [0, -1, 1.5, 2 ** 31, Number.NaN]) {
      expect(reason([share(1, 1), share(2, weight)])).toBe("weight");
    }
    expect(reason([{ payee: ZERO_ADDRESS, weight: 1, nested: false }])).toBe("payee");
  });

  test("divides what fits 128 bits", () => {
    expect(sum(divide((1n << 128n) - 1n, [share(1, 3), share(2, 4)]))).toBe((1n << 128n) - 1n);
    expect(() => divide(1n << 128n, [share(1, 1)])).toThrow(IntegerOutOfRangeError);
    expect(() => divide(-1n, [share(1, 1)])).toThrow(IntegerOutOfRangeError);
  });
});

describe("splits in a split", () => {
  /** Split n has split n + 1 in it, beside an account of its own. */
  const chain: ListOf = (payee) => {
    const n = Number(BigInt(payee));
    return n >= 100 && n < 110 ? [share(n + 1, 1, true), share(n - 90, 1)] : undefined;
  };

  test("are divided four levels deep; what lies deeper is paid as an account", () => {
    const paid = divideNested(160n, [share(100, 1, true), share(9, 1)], chain);
    expect(paid).toEqual([
      { payee: account(103), amount: 10n },
      { payee: account(12), amount: 10n },
      { payee: account(11), amount: 20n },
      { payee: account(10), amount: 40n },
      { payee: account(9), amount: 80n },
    ]);
  });

  test("are four levels of a payment too", () => {
    const part = { payee: account(100), amount: 160n, nested: true };
    expect(dividePayment([part], chain)[0]).toEqual({ payee: account(104), amount: 10n });
    expect(dividePayment([{ ...part, nested: false }], chain)).toEqual([
      { payee: account(100), amount: 160n },
    ]);
  });

  test("are paid as accounts where they are not marked, are none, or have no weight", () => {
    const forged: ListOf = () => [share(5, 0)];
    for (const [nested, lists] of [
      [false, chain],
      [true, nobody],
      [true, forged],
    ] as const) {
      expect(divideNested(10n, [share(100, 1, nested)], lists)).toEqual([
        { payee: account(100), amount: 10n },
      ]);
    }
  });

  test("have 64 payees in one payment, whatever order they come in", () => {
    const crowd = (n: number) => Array.from({ length: n }, (_, i) => share(1_000 + i, 1));
    const lists: ListOf = (payee) => crowd(Number(BigInt(payee)));
    const part = (n: number) => ({ payee: account(n), amount: 1_000n, nested: true });
    expect(dividePayment([part(64)], lists)).toHaveLength(64);
    expect(dividePayment([part(65)], lists)).toHaveLength(1);
    expect(dividePayment([part(40), part(30), part(24)], lists)).toHaveLength(40 + 1 + 24);
  });

  test("take no room for a payee who gets nothing", () => {
    const lists: ListOf = () => [share(1, 1), share(2, 1)];
    expect(divideNested(1n, [share(100, 1, true), share(3, 1)], lists)).toEqual([
      { payee: account(3), amount: 1n },
    ]);
  });
});
