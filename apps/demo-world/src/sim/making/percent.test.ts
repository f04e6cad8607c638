import fc from "fast-check";
import { expect, test } from "vitest";
import { evenly, readPercent, WHOLE, writePercent } from "./percent.ts";

test.each([
  ["100", 10_000],
  ["33.34", 3_334],
  ["33,3", 3_330],
  ["５０％", 5_000],
  ["0.01", 1],
])("%s is %i basis points", (text, points) => expect(readPercent(text)).toBe(points));

test.each(["", "0", "0.00", "101", "-5", "1.234", "half", "1".repeat(99)])(
  "%s is no part",
  (text) => expect(readPercent(text)).toBeUndefined(),
);

test("however many share evenly, nothing is lost and nobody has more than a hair more", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16 }), (count) => {
      const parts = evenly(count).map((text) => readPercent(text) ?? 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(WHOLE);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test("what is written can be read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: WHOLE }), (points) => {
      expect(readPercent(writePercent(points))).toBe(points);
    }),
  );
});
