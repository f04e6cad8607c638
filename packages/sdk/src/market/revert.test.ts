import { marketAbi } from "@ryugu/contracts";
import { Interface } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeSaleRevert } from "./revert.ts";

const PRICE = new Interface(marketAbi).encodeErrorResult("CountInvalid", [1, 2]);

test.each([
  ["the market's error", PRICE, "CountInvalid(1, 2)"],
  ["a sentence", errorText("closed on Mondays"), "Error(closed on Mondays)"],
  ["nothing", "0x", "no reason given"],
  ["less than a selector", "0x08c3", "0x08c3"],
  ["a selector without its arguments", PRICE.slice(0, 10), PRICE.slice(0, 10)],
  [
    "a stranger's error, and megabytes of it",
    `0x${"ab".repeat(1_000_000)}`,
    `0x${"ab".repeat(68)}`,
  ],
])("%s is told", (_, data, told) => {
  expect(describeSaleRevert(data)).toBe(told);
});

test("no revert data is too strange", () => {
  const starts = fc.constantFrom("0x", PRICE.slice(0, 10), "0x08c379a0");
  fc.assert(
    fc.property(starts, fc.uint8Array(), (start, bytes) => {
      const told = describeSaleRevert(start + Buffer.from(bytes).toString("hex"));
      expect(typeof told).toBe("string");
    }),
  );
});

function errorText(text: string): string {
  return new Interface(["error Error(string)"]).encodeErrorResult("Error", [text]);
}
