import { formatUnits } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { moneyText } from "./money.ts";

const yen = { symbol: "tJPY", decimals: 18 };

test.each([
  [12_000n * 10n ** 18n, yen, "12,000 tJPY"],
  [5n * 10n ** 17n, yen, "0.5 tJPY"],
  [1n, yen, "0.000000000000000001 tJPY"],
  [12_000n, { symbol: "JPY", decimals: 0 }, "12,000 JPY"],
  [7n, { symbol: "", decimals: 0 }, "7"],
])("%s is shown as people read it", (amount, currency, text) => {
  expect(moneyText(amount, currency)).toBe(text);
});

test("no unit is lost or made, whatever decimals a currency claims", () => {
  const amounts = fc.bigInt({ min: 0n, max: 2n ** 96n });
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 80 }), (amount, decimals) => {
      const shown = moneyText(amount, { symbol: "", decimals }).replaceAll(",", "");
      expect(shown).toBe(formatUnits(amount, decimals).replace(/\.0$/, ""));
    }),
  );
  expect(moneyText(1n, { symbol: "?", decimals: 255 })).toMatch(/^0\.0{254}1 \?$/);
});
