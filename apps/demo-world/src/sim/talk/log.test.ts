import { expect, test } from "vitest";
import { addLine, type TalkLine } from "./log.ts";

test("the log is bounded, and every line has a key of its own", () => {
  let log: readonly TalkLine[] = [];
  for (let at = 0; at < 300; at++)
    log = addLine(log, { name: "Umi", text: "!", at, kind: "other" });
  expect(log.length).toBeLessThan(200);
  expect(log.at(-1)?.at).toBe(299);
  expect(new Set(log.map(({ key }) => key)).size).toBe(log.length);
});
