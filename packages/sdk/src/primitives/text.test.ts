import fc from "fast-check";
import { expect, test } from "vitest";
import { hasUnsafeCharacters, safeLine, safeText } from "./text.ts";

test.each([
  ["a right-to-left override", "gpj.\u202eexe"],
  ["an isolate", "a\u2066b"],
  ["a NUL", "a\u0000b"],
  ["an escape sequence", "\u001b[31mred"],
  ["a C1 control", "a\u0085b"],
  ["a byte-order mark", "\ufeffa"],
  ["a lone surrogate", "a\ud800"],
])("%s is unsafe", (_what, text) => {
  expect(hasUnsafeCharacters(text)).toBe(true);
  expect(hasUnsafeCharacters(safeText(text))).toBe(false);
});

test.each(["竜宮の亀", "👩‍👩‍👧 family", "line\nbreak\ttab\r\n", "עברית", "é"])(
  "%j is safe and kept",
  (text) => {
    expect(hasUnsafeCharacters(text)).toBe(false);
    expect(safeText(text)).toBe(text.trim());
  },
);

test("whatever comes in, what goes out is safe and within the limit", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat({ max: 30 }), (text, n) => {
      const shown = safeText(text, n + 1);
      expect(hasUnsafeCharacters(shown)).toBe(false);
      expect(shown.length).toBeLessThanOrEqual(n + 1);
    }),
  );
});

test("a line has no line breaks", () => {
  expect(safeLine("a\n\r\n b\tc")).toBe("a b c");
});
