import { expect, test } from "vitest";
import { backoff } from "./backoff.ts";

test("waits longer while a process keeps ending early, up to ten seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 7, 20].map((restarts) => backoff(restarts, 100))).toEqual([
    250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
  ]);
});

test("begins anew for a process that had lived long", () => {
  expect(backoff(9, 60_000)).toBe(250);
});
