import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidAmountError } from "./errors.ts";
import { formatYen, parseYen } from "./yen.ts";

const YEN = 10n ** 18n;

test.each([
  [0n, "¥0"],
  [1_200n * YEN, "¥1,200"],
  [YEN / 2n, "¥0.5"],
  [1n, "¥0.000000000000000001"],
  [79_000_000_000n * YEN + 1n, "¥79,000,000,000.000000000000000001"],
])("%s units are %s, exactly", (amount, text) => {
  expect(formatYen(amount)).toBe(text);
});

test("yen are written as the language does, and with the currency's decimals", () => {
  expect(formatYen(1_200n * YEN, { locale: "ja" })).toBe("￥1,200");
  expect(formatYen(1_200n, { decimals: 0 })).toBe("¥1,200");
  expect(formatYen(1_250n, { decimals: 2 })).toBe("¥12.5");
});

test.each([
  ["1200", 1_200n * YEN],
  ["1,200", 1_200n * YEN],
  ["¥1,200", 1_200n * YEN],
  ["￥1,200", 1_200n * YEN],
  ["１，２００円", 1_200n * YEN],
  [" 1 200 円 ", 1_200n * YEN],
  ["0.5", YEN / 2n],
  ["0", 0n],
])("%s is read", (text, amount) => {
  expect(parseYen(text)).toBe(amount);
});

test.each([
  ["nothing", ""],
  ["a word", "many"],
  ["a debt", "-5"],
  ["commas in the wrong places", "1,20"],
  ["two points", "1.2.3"],
  ["a number for programmers", "1e18"],
  ["hex", "0x10"],
  ["more decimals than there are", `0.${"0".repeat(18)}1`],
  ["a wall of digits", "1".repeat(100)],
  ["other money", "$5"],
])("%s is no amount", (_, text) => {
  expect(() => parseYen(text)).toThrow(InvalidAmountError);
});

test("what is written is read back, to the unit", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 1n << 96n }),
      fc.constantFrom("en", "ja"),
      fc.integer({ min: 0, max: 18 }),
      (amount, locale, decimals) => {
        expect(parseYen(formatYen(amount, { locale, decimals }), decimals)).toBe(amount);
      },
    ),
  );
});
