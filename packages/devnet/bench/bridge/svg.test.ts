import { expect, test } from "vitest";
import { element, path, text, ticks } from "./svg.ts";

test("what stands in a drawing cannot break out of it", () => {
  expect(text(1, 2, `<b a="1">&`)).toBe('<text x="1" y="2">&#60;b a=&#34;1&#34;&#62;&#38;</text>');
  expect(element("g", { id: '"' })).toBe('<g id="&#34;"/>');
});

test("lines are short to write", () => {
  expect(
    path(
      [
        [0, 1.23456],
        [10, 2],
      ],
      {},
    ),
  ).toBe('<path d="M0 1.23L10 2" fill="none"/>');
});

test.each([
  [34, [0, 10, 20, 30]],
  [8_000, [0, 2_000, 4_000, 6_000, 8_000]],
  [1.1, [0, 0.5, 1]],
])("an axis up to %d has round steps", (most, expected) => {
  expect(ticks(most)).toEqual(expected);
});
