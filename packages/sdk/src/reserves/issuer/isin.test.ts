import { expect, test } from "vitest";
import { hasIsinCheckDigit } from "./isin.ts";

test.each(["US0378331005", "AU0000XVGZA3", "GB0002634946"])("%s is right", (isin) => {
  expect(hasIsinCheckDigit(isin)).toBe(true);
});

test.each(["US0378331006", "US0378313005", "AU0000XVGZB3"])("%s is mistyped", (isin) => {
  expect(hasIsinCheckDigit(isin)).toBe(false);
});
