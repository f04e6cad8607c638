import { expect, test } from "vitest";
import { readCreators } from "./creator.ts";
import { isAwayFromHome, payeeOf } from "./payee.ts";

const account = (n: number) => `0x${String(n).repeat(40)}`;
const creators = readCreators([
  { account: `eip155:2:${account(1)}`, name: "Aiko\u202e", share: 6_000 },
  { account: `eip155:2:${account(2)}`, share: 4_000 },
  { account: "solana:1:abc", share: 1 },
]);
const people = { chain: "eip155:2", self: account(9), seller: account(8), creators };

test("who a payee is, and by what name", () => {
  const of = (n: number, role: "royalty" | "proceeds" = "royalty") =>
    payeeOf({ payee: account(n), role }, people);
  expect(of(1)).toEqual({ kind: "creator", name: "Aiko" });
  expect(of(2)).toEqual({ kind: "creator" });
  expect(of(8, "proceeds")).toEqual({ kind: "seller" });
  expect(of(9, "proceeds")).toEqual({ kind: "self" });
  expect(of(7)).toEqual({ kind: "creators" });
  expect(of(7, "proceeds")).toEqual({ kind: "account" });
});

test("a creator at home is nobody on another chain, and the royalty is for all of them", () => {
  const away = { ...people, chain: "eip155:1" };
  expect(payeeOf({ payee: account(1), role: "royalty" }, away)).toEqual({ kind: "creators" });
  expect(isAwayFromHome(away)).toBe(true);
  expect(isAwayFromHome(people)).toBe(false);
});

test("metadata's accounts of other kinds are left out, and a list is bounded", () => {
  expect(creators).toHaveLength(2);
  const many = Array.from({ length: 99 }, () => ({
    account: `eip155:1:${account(3)}`,
    share: 101,
  }));
  expect(readCreators(many)).toHaveLength(16);
});
