import { expect, test } from "vitest";
import { workRequest } from "../protocol/http.ts";
import { draftFaults, emptyDraft, sumOf, type WorkDraft, workRequestOf } from "./draft.ts";

const account = (n: number) => `0x${String(n).repeat(40)}`;
const KEY = `0x${"5".repeat(64)}`;
const PICTURE = "b".padEnd(59, "a");
const GOOD: WorkDraft = {
  title: "Wave",
  about: "",
  price: "1,200",
  creators: [
    { name: "Aiko", account: account(1), percent: "33.34" },
    { name: "Ben", account: account(2), percent: "33.33" },
    { name: "渚", account: account(3), percent: "33.33" },
  ],
};
const with1 = (change: Partial<WorkDraft["creators"][number]>): WorkDraft => ({
  ...GOOD,
  creators: GOOD.creators.map((one, i) => (i === 1 ? { ...one, ...change } : one)),
});

test("a draft begins with oneself and all of it", () => {
  const draft = emptyDraft("Aiko", account(1));
  expect(sumOf(draft)).toBe(10_000);
  expect(draftFaults(draft, false)).toEqual(["picture", "title", "price"]);
});

test("a whole draft has no faults, and becomes what a world server takes", () => {
  expect(draftFaults(GOOD, true)).toEqual([]);
  const request = workRequestOf({ ...GOOD, title: "  Wave " }, KEY, PICTURE);
  expect(workRequest.safeParse(request).success).toBe(true);
  expect(request.title).toBe("Wave");
  expect(request.creators.map(({ basisPoints }) => basisPoints)).toEqual([3_334, 3_333, 3_333]);
});

test.each([
  ["sum", with1({ percent: "33.32" })],
  ["sum", with1({ percent: "40" })],
  ["creator-percent", with1({ percent: "a third" })],
  ["creator-twice", with1({ account: account(1) })],
  ["creator-account", with1({ account: "0x12" })],
  ["creator-account", with1({ account: `0x${"0".repeat(40)}` })],
  ["creator-name", with1({ name: "  " })],
  ["title", { ...GOOD, title: " " }],
  ["price", { ...GOOD, price: "1.50" }],
] as const)("%s is told", (fault, draft) => expect(draftFaults(draft, true)).toContain(fault));

test("one account in two spellings is one account", () => {
  const spelled = `0x${"aB".repeat(20)}`;
  const twice = { ...GOOD, creators: GOOD.creators.slice(0, 2) };
  const creators = twice.creators.map((one, i) => ({
    ...one,
    percent: "50",
    account: i === 0 ? spelled : spelled.toLowerCase(),
  }));
  expect(draftFaults({ ...twice, creators }, true)).toEqual(["creator-twice"]);
});
