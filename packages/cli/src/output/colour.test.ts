import { expect, test } from "vitest";
import { wantsColour } from "./colour.ts";

test.each([
  [{ isTTY: true, env: {} }, true],
  [{ isTTY: false, env: {} }, false],
  [{ isTTY: true, env: { NO_COLOR: "1" } }, false],
  [{ isTTY: true, env: { NO_COLOR: "" } }, true],
  [{ isTTY: true, env: { TERM: "dumb" } }, false],
  [{ isTTY: false, env: { FORCE_COLOR: "1" } }, true],
  [{ isTTY: true, env: { FORCE_COLOR: "0" } }, false],
  [{ isTTY: false, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, false],
])("%j -> %s", (question, answer) => {
  expect(wantsColour(question)).toBe(answer);
});
