import { hasUnsafeCharacters } from "@ryugu/sdk/primitives";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, cleanSaid, MAX_NAME, MAX_SAID } from "./said.ts";

test.each([
  ["a plain name", "Aiko", "Aiko"],
  ["Japanese", "  竜宮 乙姫 ", "竜宮 乙姫"],
  ["HTML stays text", "<b>Aiko</b>", "<b>Aiko</b>"],
  ["a text that turns the line round", "Aiko\u202etxt.exe", "Aikotxt.exe"],
  ["zero-width characters", "Ai\u200b\u200dko\u2060", "Aiko"],
  ["only what cannot be seen", "\u200b\u3164\u115f \ufeff", ""],
  ["several lines", "Ai\nko\r\n\tRen", "Ai ko Ren"],
  [
    "a tower of marks",
    `A${"\u0301".repeat(40)}iko`,
    `${"A\u0301".normalize("NFC")}\u0301\u0301\u0301iko`,
  ],
  ["controls", "Ai\u0000\u0007ko", "Aiko"],
])("%s", (_, text, clean) => {
  expect(cleanName(text)).toBe(clean);
});

test("however long, it is short", () => {
  expect(cleanName("長".repeat(1_000_000)).length).toBeLessThanOrEqual(MAX_NAME);
  expect(cleanSaid("a".repeat(1_000_000)).length).toBeLessThanOrEqual(MAX_SAID);
});

test("what is clean stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      const name = cleanName(text);
      expect(cleanName(name)).toBe(name);
      expect(name.length).toBeLessThanOrEqual(MAX_NAME);
      expect(hasUnsafeCharacters(name)).toBe(false);
      expect(name).not.toMatch(/[\u200b-\u200f\t\n\r]/u);
    }),
  );
});
