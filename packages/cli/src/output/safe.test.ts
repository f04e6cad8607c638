import fc from "fast-check";
import { expect, test } from "vitest";
import { safeJson, shown } from "./safe.ts";

/** Everything that could steer a terminal or turn a line around. */
const DANGEROUS = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/u;
const nasty = fc.string({
  unit: fc.constantFrom(
    "a",
    "漢",
    "\u001b",
    "[2J",
    "\u0007",
    "\u202e",
    "\u2066",
    "\r",
    "\n",
    "\u009b",
    "\u2028",
  ),
});

test("no text reaches a terminal with what could steer it", () => {
  fc.assert(fc.property(nasty, (text) => !DANGEROUS.test(shown(text))));
});

test("JSON carries every text, and shows nothing that could steer a terminal", () => {
  fc.assert(
    fc.property(fc.dictionary(nasty, nasty), (value) => {
      const json = safeJson(value);
      expect(json).not.toMatch(DANGEROUS);
      expect(JSON.parse(json)).toEqual(value);
    }),
  );
});

test("indented JSON keeps its line breaks, and large integers are decimal texts", () => {
  expect(safeJson({ gas: 2n ** 60n }, 2)).toBe('{\n  "gas": "1152921504606846976"\n}');
});

test("a text of a megabyte is cut", () => {
  expect(shown("x".repeat(1_000_000)).length).toBeLessThanOrEqual(2_000);
});
