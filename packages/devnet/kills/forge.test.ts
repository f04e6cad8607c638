import { id } from "ethers";
import { expect, test } from "vitest";
import { forgeLog, hideLog } from "./forge.ts";

const sent = (data: string) => ({
  topics: [id("MessageSent(bytes32,uint64,bytes32,bytes)")],
  data,
});
const other = { topics: [id("Other()")], data: "0x00" };

test("hides the last message, and only in logs", () => {
  expect(hideLog("eth_getLogs", [], [sent("0x11"), sent("0x22"), other])).toEqual([
    sent("0x11"),
    other,
  ]);
  expect(hideLog("eth_getLogs", [], [other])).toEqual([other]);
  expect(hideLog("eth_call", [], "0x")).toBe("0x");
});

test("forges one byte of the last message", () => {
  expect(forgeLog("eth_getLogs", [], [sent("0x1111"), other, sent("0x112211")])).toEqual([
    sent("0x1111"),
    other,
    sent("0x115a11"),
  ]);
  expect(forgeLog("eth_getLogs", [], [sent("0x5a5a5a")])).toEqual([sent("0x5aa55a")]);
});
