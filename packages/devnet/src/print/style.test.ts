import { expect, test } from "vitest";
import { columnsOf, hasColour, makeStyle, pad } from "./style.ts";
import { alignRows } from "./table.ts";

test("colour only on a terminal, and never against NO_COLOR", () => {
  expect(hasColour({ isTTY: true }, {})).toBe(true);
  expect(hasColour({}, {})).toBe(false);
  expect(hasColour({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(hasColour({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
  expect(hasColour({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(makeStyle(false).good("✓")).toBe("✓");
  expect(makeStyle(true).good("✓")).toBe("\x1b[32m✓\x1b[39m");
});

test("columns stay aligned whatever the letters", () => {
  expect(columnsOf("真珠 Pearl")).toBe(10);
  expect(columnsOf(makeStyle(true).bold("Pearl"))).toBe(5);
  expect(pad("珊瑚", 6)).toBe("珊瑚  ");
  expect(pad("7", 3, "left")).toBe("  7");
  const text = alignRows(
    [
      ["真珠", "a"],
      ["Coral", "b"],
    ],
    "",
  );
  expect(text).toBe("真珠   a\nCoral  b");
});
