import { expect, test } from "vitest";
import { readEntries, readMovingReceivers, readPayouts, readSales } from "./node-payouts.ts";

const word = `0x${"1".repeat(64)}`;
const account = `0x${"a".repeat(40)}`;
const chain = "eip155:31002";
const entry = {
  ...{ kind: "paid", chain, source: account, currency: account, amount: "12", purpose: word },
  ...{ block: 4, blockHash: word, time: 1_000, transaction: word, logIndex: 2 },
};

test("what makes no sense is left out, and does not hide the rest", () => {
  const wrong = [
    { ...entry, amount: "-1" },
    { ...entry, amount: "9".repeat(79) },
    { ...entry, time: 1e18 },
    { ...entry, kind: "stolen" },
    { ...entry, chain: "javascript:1" },
    null,
    "entry",
  ];
  expect(readEntries({ entries: [...wrong, entry] }).values).toHaveLength(1);
  expect(readEntries("<html>")).toEqual({ values: [] });
  expect(readSales(null)).toEqual({ values: [] });
  expect(readPayouts({ sums: 1, onTheWay: {} })).toEqual({ sums: [], onTheWay: [], chains: [] });
});

test("a page goes on only where a cursor says so", () => {
  expect(readEntries({ entries: [], next: 7 }).next).toBe(7);
  for (const next of [0, -1, "7", 1.5, Number.NaN]) {
    expect(readEntries({ entries: [], next })).not.toHaveProperty("next");
  }
});

test("a page holds a hundred and no more, whatever a node sends", () => {
  expect(readEntries({ entries: Array(5_000).fill(entry) }).values).toHaveLength(100);
});

test("receivers are those to whom something moves", () => {
  const router = {
    homeChain: chain,
    receiver: account,
    waiting: [],
    batches: [{ end: "divided" }],
  };
  const routers = [router, { ...router, waiting: [{}] }, { ...router, batches: [{}] }];
  expect(readMovingReceivers({ routers })).toHaveLength(2);
});
