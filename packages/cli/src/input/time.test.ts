import { expect, test } from "vitest";
import { UsageError } from "../errors.ts";
import { parseMoment, parseSince, parseSpan } from "./time.ts";

const NOW = Date.parse("2027-01-01T00:00:00Z");

test.each([
  ["90s", 90],
  ["10m", 600],
  ["2h", 7_200],
  ["7d", 604_800],
])("%s is %d seconds", (text, seconds) => {
  expect(parseSpan(text, "--timeout")).toBe(seconds);
});

test.each(["", "0s", "10", "1.5h", "-1h", "2 h", "1w", "9999999s"])("%j is no span", (text) => {
  expect(() => parseSpan(text, "--timeout")).toThrow(UsageError);
});

test.each([
  ["2h", NOW / 1_000 + 7_200],
  ["2027-01-01T12:00:00+09:00", NOW / 1_000 + 3 * 3_600],
  [String(NOW / 1_000 + 5), NOW / 1_000 + 5],
])("%s is a moment to come", (text, seconds) => {
  expect(parseMoment(text, "--deadline", NOW)).toBe(seconds);
});

test.each(["soon", "2026-12-31", "1", "2027-99-99"])("%j is none", (text) => {
  expect(() => parseMoment(text, "--deadline", NOW)).toThrow(UsageError);
});

test.each([
  ["7d", NOW / 1_000 - 604_800],
  ["2026-12-31T00:00:00Z", NOW / 1_000 - 86_400],
])("%s is a moment that has passed", (text, seconds) => {
  expect(parseSince(text, "--from", NOW)).toBe(seconds);
});

test.each(["yesterday", "1960-01-01", "-7d"])("%j is no moment that has passed", (text) => {
  expect(() => parseSince(text, "--from", NOW)).toThrow(UsageError);
});
