import { InvalidShapeError } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWork } from "./read-work.ts";

const at = (digits: string) => `0x${digits.repeat(20)}`;
const WORK = {
  key: `0x${"11".repeat(32)}`,
  title: "波の音",
  about: "",
  picture: `bafkrei${"a".repeat(52)}`,
  creators: [
    { name: "Shiori", account: at("a1"), basisPoints: 7_000 },
    { name: "Ren", account: at("b2"), basisPoints: 3_000 },
  ],
};
const creators = (...list: [string, string, number][]) => ({
  creators: list.map(([name, account, basisPoints]) => ({ name, account, basisPoints })),
});

test("a work is read with its words made safe to show", () => {
  const { plan } = readWork({ ...WORK, title: " a\u202eb\u200b\nc ", about: "one\n\ntwo" });
  expect(plan).toMatchObject({ title: "ab c", about: "one two" });
});

test.each([
  ["title", { title: "\u200b\u202e" }],
  ["name", creators(["\u3164", at("a1"), 10_000])],
  ["shares", creators(["a", at("a1"), 9_999])],
  ["shares", creators(["a", at("a1"), 9_999], ["b", at("b2"), 2])],
  ["duplicate", creators(["a", at("a1"), 5_000], ["b", at("A1"), 5_000])],
  ["payee", creators(["a", at("00"), 10_000])],
  ["payee", creators(["a", "0x52908400098527886E0F7030069857D2E4169Ee7", 10_000])],
])("a work is refused for its %s: %j", (reason, change) => {
  const read = () => readWork({ ...WORK, ...change });
  expect(read).toThrow(expect.objectContaining({ code: "work-refused", reason }));
});

test.each([
  ["no key", { key: "1" }],
  ["nobody", { creators: [] }],
  ["seventeen", creators(...Array(17).fill(["a", at("a1"), 100]))],
  ["a long title", { title: "長".repeat(81) }],
  ["a long text", { about: "a".repeat(601) }],
  ["a share of nothing", creators(["a", at("a1"), 10_000], ["b", at("b2"), 0])],
  ["a licence that nobody knows", { licence: "MIT" }],
  ["something more", { price: "1" }],
])("%s is no work", (_, change) => {
  expect(() => readWork({ ...WORK, ...change })).toThrow(InvalidShapeError);
});

test("whatever is written, the words keep within their bounds on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (title) => {
      try {
        const { plan } = readWork({ ...WORK, title });
        expect(plan.title).not.toMatch(/[\n\r]/);
        expect(plan.title.length).toBeLessThanOrEqual(80);
      } catch (error) {
        expect(error).toMatchObject({ code: "work-refused", reason: "title" });
      }
    }),
  );
});
