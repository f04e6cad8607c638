import { expect, test } from "vitest";
import { pointer, startReport } from "./finding.ts";

const catalogue = {
  "thing-broken": { severity: "error", en: "The thing {} is broken.", ja: "{} が壊れています。" },
} as const;

test("a finding carries the detail in both languages, quoted and made safe", () => {
  const report = startReport(catalogue);
  report.add("thing-broken", "/a", "x\u202ey");
  expect(report.findings).toEqual([
    {
      code: "thing-broken",
      severity: "error",
      path: "/a",
      message: 'The thing "xy" is broken.',
      messageJa: '"xy" が壊れています。',
    },
  ]);
});

test("a flood of warnings is cut and does not hide an error", () => {
  const report = startReport(catalogue, 3);
  for (let i = 0; i < 10; i++) report.add("thing-broken", `/${i}`, i, "warning");
  report.add("thing-broken", "/last", "x");
  expect(report.findings.map((finding) => finding.path)).toEqual(["/0", "/1", "/2", "/last"]);
  expect(report.findings.at(-1)?.severity).toBe("error");
});

test("a detail with replacement patterns is taken literally", () => {
  const report = startReport(catalogue);
  report.add("thing-broken", "", "$&$1");
  expect(report.findings[0]?.message).toBe('The thing "$&$1" is broken.');
});

test("an amount is written with its thousands apart, a number as it is", () => {
  const report = startReport(catalogue);
  report.add("thing-broken", "", 1_234_567_890_123_456_789n);
  report.add("thing-broken", "", 12_345);
  expect(report.findings.map(({ message }) => message)).toEqual([
    "The thing 1,234,567,890,123,456,789 is broken.",
    "The thing 12345 is broken.",
  ]);
});

test("pointers escape as RFC 6901 says", () => {
  expect(pointer("", "a/b", 0, "m~n")).toBe("/a~1b/0/m~0n");
  expect(pointer("/x")).toBe("/x");
});
