import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { readMaking, writeMaking } from "./journal.ts";
import { MAKING_STEPS, type Making, nextStep, stateOfStep } from "./making.ts";

const ME = `0x${"a1".repeat(20)}`;
const KEY = `0x${"5".repeat(64)}`;
const BEGUN: Making = { key: KEY, draft: emptyDraft("Aiko", ME) };
const SENT: Making = { ...BEGUN, picture: "b".padEnd(59, "a") };
const MADE: Making = {
  ...SENT,
  work: {
    collection: `0x${"1".repeat(40)}`,
    tokenId: "1",
    split: `0x${"2".repeat(40)}`,
    spot: "4",
  },
};
const OFFERED: Making = { ...MADE, order: { price: "1" } };

test("one step follows the other, and what is done stays done", () => {
  const all = [BEGUN, SENT, MADE, OFFERED];
  expect(all.map(nextStep)).toEqual([...MAKING_STEPS]);
  expect(nextStep({ ...OFFERED, isHung: true })).toBeUndefined();
  expect(MAKING_STEPS.map((step) => stateOfStep(MADE, step))).toEqual([
    "done",
    "done",
    "now",
    "next",
  ]);
  const done = MAKING_STEPS.map((step) => stateOfStep({ ...OFFERED, isHung: true }, step));
  expect(new Set(done)).toEqual(new Set(["done"]));
});

test.each([BEGUN, SENT, MADE, OFFERED])("after a reload one goes on where one was", (making) => {
  expect(readMaking(writeMaking(ME, making), ME.toUpperCase().replace("0X", "0x"))).toEqual(making);
});

test("somebody else's work and nonsense are left alone", () => {
  const kept = writeMaking(ME, MADE);
  expect(readMaking(kept, `0x${"b2".repeat(20)}`)).toBeUndefined();
  expect(readMaking(kept.replace(KEY, "0x12"), ME)).toBeUndefined();
  expect(readMaking(kept.slice(0, 40), ME)).toBeUndefined();
  expect(readMaking(undefined, ME)).toBeUndefined();
});
