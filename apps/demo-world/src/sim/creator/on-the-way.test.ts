import { expect, test } from "vitest";
import type { NodeComing } from "./node-payouts.ts";
import { toComing } from "./on-the-way.ts";

const account = `0x${"A".repeat(40)}`;
const coming = (change: Partial<NodeComing> = {}): NodeComing => ({
  ...{ chain: "eip155:1", homeChain: "eip155:2", homeToken: account, amount: "90" },
  ...{ currency: { homeChain: "eip155:2", token: account }, state: "due" },
  ...change,
});
const third = (amount: bigint) => amount / 3n;

test("one's own part is told beside the whole", () => {
  expect(toComing([coming()], account, third)).toMatchObject([{ amount: "90", own: "30" }]);
});

test("money that is nowhere, went back, or is nobody's of one's own is not on its way", () => {
  const told = [
    coming({ state: "nothing" }),
    coming({ state: "returned" }),
    coming({ amount: "2" }),
  ];
  expect(toComing(told, account, third)).toEqual([]);
});

test("what waits in a router and what left it are two things", () => {
  const messageId = `0x${"1".repeat(64)}`;
  const keys = toComing([coming(), coming({ state: "sent", messageId })], account, third);
  expect(new Set(keys.map(({ key }) => key)).size).toBe(2);
});
