import { address } from "@ryugu/sdk/primitives";
import { expect, test } from "vitest";
import { obstaclesOf } from "./standing.ts";

const receiver = address("0x2000000000000000000000000000000000000002");
const order = { price: 1_999n, mostRoyalty: 1_000 };

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

test.each(["early", "expired", "cancelled", "filled", "stale"] as const)("%s is told", (state) => {
  expect(obstaclesOf(order, state, undefined)).toHaveLength(1);
});
