import fc from "fast-check";
import { expect, test } from "vitest";
import { type Brush, breakLines } from "./letters.ts";

/** A brush for which every letter is ten wide. */
const brush = {
  measureText: (text: string) => ({ width: [...text].length * 10 }),
} as unknown as Brush;

test("English breaks at spaces, Japanese anywhere", () => {
  expect(breakLines(brush, "Nice to meet you", 100, 3)).toEqual(["Nice to", "meet you"]);
  expect(breakLines(brush, "はじめましてよろしく", 50, 3)).toEqual(["はじめまし", "てよろしく"]);
});

test("what does not fit ends with an ellipsis", () => {
  const lines = breakLines(brush, "one two three four five six", 70, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/u);
});

test("no text is ever wider than its sign or has more lines", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.integer({ min: 1, max: 4 }),
      (text, most) => {
        const lines = breakLines(brush, text, 120, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(brush.measureText(line).width).toBeLessThanOrEqual(120);
      },
    ),
  );
});
