import { expect, test } from "vitest";
import { word } from "../../test/model/messages.ts";
import { blockTime, withHeader } from "./block-pace.ts";
import type { BlockHeader } from "./position.ts";

const header = (number: number, time: number) => ({ number, time, hash: word(`${number}`) });
const seen = (...headers: BlockHeader[]) =>
  headers.reduce<readonly BlockHeader[]>((all, each) => withHeader(all, each), []);

test("a chain's pace is the average of its newest blocks, also where some were not looked at", () => {
  expect(blockTime(seen(header(1, 100), header(2, 112), header(5, 148)))).toBe(12_000);
  const many = Array.from({ length: 40 }, (_, i) => header(i, i < 20 ? i : 20 + (i - 20) * 3));
  expect(blockTime(seen(...many))).toBe(3_000);
});

test("nothing is said of one block, and a fork or the same block again tells nothing", () => {
  expect(blockTime([])).toBe(0);
  expect(blockTime(seen(header(7, 100)))).toBe(0);
  expect(blockTime(seen(header(7, 100), header(7, 100)))).toBe(0);
  expect(blockTime(seen(header(6, 90), header(7, 100), header(6, 95)))).toBe(0);
});
