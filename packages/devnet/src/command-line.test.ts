import { expect, test } from "vitest";
import { readCommandLine } from "./command-line.ts";
import { StartUsageError } from "./errors.ts";

test("without options everything is on and the zone is in its usual place", () => {
  expect(readCommandLine([], ".ryugu")).toEqual({
    data: ".ryugu",
    fresh: false,
    demo: true,
    page: true,
    json: false,
    help: false,
  });
});

test("options are read", () => {
  const args = [
    "--fresh",
    "--data",
    "x",
    "--port-base",
    "19000",
    "--block-time",
    "0.5",
    "--no-demo",
    "--no-page",
    "--json",
  ];
  expect(readCommandLine(args, ".ryugu")).toEqual({
    data: "x",
    fresh: true,
    demo: false,
    page: false,
    json: true,
    help: false,
    portBase: 19_000,
    blockTime: 0.5,
  });
});

test.each([
  ["--frsh"],
  ["--port-base", "80"],
  ["--port-base", "many"],
  ["--block-time", "0"],
  ["zone"],
])("%s is refused with what to do", (...args) => {
  expect(() => readCommandLine(args, ".ryugu")).toThrow(StartUsageError);
});
