import { expect, test } from "vitest";
import { fitInside } from "./fit.ts";

test.each([
  [4_000, 3_000, 1_024, 768],
  [3_000, 4_000, 768, 1_024],
  [640, 480, 640, 480],
  [1_024, 1_024, 1_024, 1_024],
  [20_000, 1, 1_024, 1],
])("%i × %i becomes %i × %i", (width, height, fitWidth, fitHeight) =>
  expect(fitInside(width, height)).toEqual([fitWidth, fitHeight]),
);
