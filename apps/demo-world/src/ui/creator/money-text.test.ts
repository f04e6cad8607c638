import { expect, test } from "vitest";
import { exactText, moneyText } from "./money-text.ts";

test("an amount has at most two decimals, and is never rounded up", () => {
  expect(moneyText("1200000000000000000000", "en")).toBe("¥1,200");
  expect(moneyText("33333333333333333333", "en")).toBe("¥33.33");
  expect(moneyText("999999999999999999", "en")).toBe("¥0.99");
  expect(moneyText("-1500000000000000000", "en")).toBe("-¥1.5");
  expect(moneyText(10n ** 77n, "en").length).toBeLessThan(90);
});

test("the last unit is told where one looks closer", () => {
  expect(exactText("33333333333333333333", "en")).toBe("¥33.333333333333333333");
  expect(exactText("1", "ja")).toBe("￥0.000000000000000001");
});
