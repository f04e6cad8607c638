import { gatewayAbi } from "@ryugu/contracts";
import { Interface } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { describeRevert } from "./revert.ts";

const DEADLINE = new Interface(gatewayAbi).encodeErrorResult("DeadlineOutOfBounds", [1, 2, 3]);

test("names the gateway's errors with their arguments", () => {
  expect(describeRevert(DEADLINE)).toBe("DeadlineOutOfBounds(1, 2, 3)");
});

test.each([
  ["nothing", "0x", "no reason given"],
  ["less than a selector", "0x08c3", "0x08c3"],
  ["a known selector without its arguments", DEADLINE.slice(0, 10), DEADLINE.slice(0, 10)],
  ["megabytes", `0x${"ab".repeat(1_000_000)}`, `0x${"ab".repeat(68)}`],
])("%s is told, whatever a token reverts with", (_, data, told) => {
  expect(describeRevert(data)).toBe(told);
});

test("no revert data is too strange", () => {
  fc.assert(
    fc.property(fc.constantFrom("0x", DEADLINE.slice(0, 10)), fc.uint8Array(), (start, bytes) => {
      expect(typeof describeRevert(start + Buffer.from(bytes).toString("hex"))).toBe("string");
    }),
  );
});
