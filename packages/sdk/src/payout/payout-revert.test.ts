import { marketAbi, splitAbi } from "@ryugu/contracts";
import { Interface, makeError, ZeroAddress } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { PayoutRefusedError, PayoutUnavailableError } from "./errors.ts";
import { asPayoutError, describePayoutRevert } from "./payout-revert.ts";

const NOTHING = new Interface(splitAbi).encodeErrorResult("NothingToClaim", [
  ZeroAddress,
  ZeroAddress,
]);

const COUNT = new Interface(marketAbi).encodeErrorResult("CountInvalid", [1, 2]);
const UNITS = new Interface(["error ERC1155InvalidReceiver(address)"]).encodeErrorResult(
  "ERC1155InvalidReceiver",
  [ZeroAddress],
);

test.each([
  ["a market's error", COUNT, "CountInvalid(1, 2)"],
  ["a token's error", UNITS, `ERC1155InvalidReceiver(${ZeroAddress})`],
  ["less than a selector", "0x08c3", "0x08c3"],
  ["a split's error", NOTHING, `NothingToClaim(${ZeroAddress}, ${ZeroAddress})`],
  ["a sentence", errorText("closed on Mondays"), "Error(closed on Mondays)"],
  ["nothing", "0x", "no reason given"],
  ["a selector without its arguments", NOTHING.slice(0, 10), NOTHING.slice(0, 10)],
  ["a stranger's megabytes", `0x${"ab".repeat(1_000_000)}`, `0x${"ab".repeat(68)}`],
])("%s is told", (_, data, told) => {
  expect(describePayoutRevert(data)).toBe(told);
});

test("no revert data is too strange", () => {
  const starts = fc.constantFrom("0x", NOTHING.slice(0, 10), "0x08c379a0");
  fc.assert(
    fc.property(starts, fc.uint8Array(), (start, bytes) => {
      const told = describePayoutRevert(start + Buffer.from(bytes).toString("hex"));
      expect(typeof told).toBe("string");
    }),
  );
});

test("an outage may be over later, a refusal is final, and what the person decided is passed on", () => {
  const outage = makeError("no answer", "NETWORK_ERROR", { event: "test" } as never);
  const hangUp = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  const overtaken = makeError("nonce", "NONCE_EXPIRED", { transaction: {} } as never);
  const offline = ["Failed to fetch", "Load failed", "fetch failed"].map((it) => new TypeError(it));
  for (const error of [outage, hangUp, overtaken, ...offline]) {
    expect(asPayoutError(error, "It")).toBeInstanceOf(PayoutUnavailableError);
  }
  const empty = makeError("empty", "BAD_DATA", { value: "0x" });
  expect(asPayoutError(empty, "It")).toBeInstanceOf(PayoutRefusedError);
  const declined = makeError("no", "ACTION_REJECTED", { action: "unknown", reason: "rejected" });
  const defect = new TypeError("a defect");
  for (const error of [declined, defect]) expect(asPayoutError(error, "It")).toBe(error);
});

function errorText(text: string): string {
  return new Interface(["error Error(string)"]).encodeErrorResult("Error", [text]);
}
