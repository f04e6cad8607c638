import { address } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { obstaclesOf } from "./standing.ts";

const receiver = address("0x2000000000000000000000000000000000000002");
const account = (digits: string) => address(`0x${digits.repeat(20)}`);
const order = {
  ...{ price: 1_999n, mostRoyalty: 1_000 },
  ...{ rail: account("b2"), currency: account("d4") },
};

test("an open order whose royalty the seller allows can be bought", () => {
  expect(obstaclesOf(order, "open", undefined)).toEqual([]);
  // The market rounds the bound down: 10 % of 1,999 is 199.
  expect(obstaclesOf(order, "open", { receiver, amount: 199n })).toEqual([]);
});

test("more royalty than allowed, to the unit, stops every sale", () => {
  expect(obstaclesOf(order, "open", { receiver, amount: 200n })).toEqual([
    "The collection asks more royalty now than the seller allowed.",
  ]);
});

test("a royalty that prepaid money would strand stops every sale, and any other none", () => {
  const royalty = { receiver, amount: 1n };
  const prepaid = { ...order, currency: order.rail };
  expect(obstaclesOf(prepaid, "open", { ...royalty, isRouted: true })).toEqual([
    expect.stringContaining("prepaid money stays on this one"),
  ]);
  expect(obstaclesOf(prepaid, "open", royalty)).toEqual([]);
  expect(obstaclesOf(order, "open", { ...royalty, isRouted: true })).toEqual([]);
});

test.each(["early", "expired", "cancelled", "filled", "stale"] as const)("%s is told", (state) => {
  expect(obstaclesOf(order, state, undefined)).toHaveLength(1);
});
