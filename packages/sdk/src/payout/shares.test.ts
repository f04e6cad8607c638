import fc from "fast-check";
import { expect, test } from "vitest";
import { type Address, address, ZERO_ADDRESS } from "../primitives/index.ts";
import { InvalidListingError } from "./errors.ts";
import type { Share } from "./listing.ts";
import { assertTerms, shareAmounts } from "./shares.ts";

const payee = (n: number): Address => address(`0x${n.toString(16).padStart(40, "0")}`);
const share = (n: number, basisPoints: number): Share => ({ payee: payee(n), basisPoints });

/** 1 to 16 parts that sum to 10,000. */
const shares = fc
  .uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 15 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((edges) => edges.slice(1).map((edge, i) => share(i + 1, edge - (edges[i] ?? 0))));
const prices = fc.bigInt({ min: 1n, max: (1n << 96n) - 1n });

test("the amounts sum to the price, and only the last is more than its part rounded down", () => {
  fc.assert(
    fc.property(prices, shares, (price, split) => {
      const amounts = shareAmounts(price, split);
      expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(price);
      for (const [i, { basisPoints }] of split.entries()) {
        const over = (amounts[i] ?? 0n) - (price * BigInt(basisPoints)) / 10_000n;
        expect(over).toBeLessThan(i === split.length - 1 ? BigInt(split.length) : 1n);
        expect(over).toBeGreaterThanOrEqual(0n);
      }
    }),
  );
});

test.each<[string, Share[]]>([
  ["no shares", []],
  ["seventeen shares", Array.from({ length: 17 }, (_, i) => share(i + 1, i === 0 ? 8_400 : 100))],
  ["less than everything", [share(1, 9_999)]],
  ["more than everything", [share(1, 5_000), share(2, 5_001)]],
  ["a share of nothing", [share(1, 10_000), share(2, 0)]],
  ["a negative share", [share(1, 10_001), share(2, -1)]],
  ["half a basis point", [share(1, 9_999.5), share(2, 0.5)]],
  ["nobody", [{ payee: ZERO_ADDRESS, basisPoints: 10_000 }]],
])("%s cannot be listed", (_, split) => {
  expect(() => shareAmounts(1n, split)).toThrow(InvalidListingError);
});

test.each([0n, -1n, 1n << 96n])("a price of %s cannot be listed", (price) => {
  const terms = {
    collection: payee(1),
    tokenId: 1n,
    currency: payee(2),
    shares: [share(3, 10_000)],
  };
  expect(() => assertTerms({ ...terms, price })).toThrow(InvalidListingError);
  expect(() => assertTerms({ ...terms, price: 1n })).not.toThrow();
});
