import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ItemName } from "../item.ts";
import { type Belonging, isSameToken, tokensAfter, withChain } from "./belonging.ts";

const SHELL: ItemName = { en: "Shell", ja: "貝" };
const CONTRACT = `0x${"Aa".repeat(20)}`;
const token = (id: string, chain = "eip155:1") => ({ chain, contract: CONTRACT, id });
const thing = (id: string, name?: ItemName): Belonging => ({
  token: token(id),
  where: "minato",
  home: { chain: "eip155:1", contract: CONTRACT },
  ...(name === undefined ? {} : { name }),
});

test("what came and went is not there; what came back is", () => {
  const moved = (id: string, toMe: boolean) => ({ contract: CONTRACT, id, toMe });
  expect(tokensAfter([moved("1", true), moved("2", true), moved("1", false)])).toEqual([
    { contract: CONTRACT, id: "2" },
  ]);
  expect(tokensAfter([moved("1", true), moved("1", false), moved("1", true)])).toHaveLength(1);
});

test("however much a stranger sends, the list is bounded and holds the newest", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), (count) => {
      const all = Array.from({ length: count }, (_, id) => ({
        contract: CONTRACT,
        id: `${id}`,
        toMe: true,
      }));
      const kept = tokensAfter(all);
      expect(kept.length).toBe(Math.min(count, 64));
      if (count > 0) expect(kept.at(-1)?.id).toBe(`${count - 1}`);
    }),
  );
});

test("reading one chain again keeps the other's things and what is known of names", () => {
  const garan: Belonging = { ...thing("9"), token: token("9", "eip155:2"), where: "garan" };
  const known = [thing("1", SHELL), garan];
  const next = withChain(known, "minato", [thing("1"), thing("2")]);
  expect(next.map(({ token: { id } }) => id)).toEqual(["1", "2", "9"]);
  expect(next[0]?.name).toEqual(SHELL);
  expect(withChain(next, "minato", [])).toEqual([garan]);
});

test("an address is the same however it is written", () => {
  expect(isSameToken(token("1"), { ...token("1"), contract: CONTRACT.toLowerCase() })).toBe(true);
  expect(isSameToken(token("1"), null)).toBe(false);
});
