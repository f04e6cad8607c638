import { expect, test } from "vitest";
import { createMeter } from "./meter.ts";

test("the median of a second's frames, once a second", () => {
  const meter = createMeter();
  const told: number[] = [];
  for (let i = 0; i < 25; i++) {
    const median = meter.count(i === 3 ? 0.4 : 0.05);
    if (median !== undefined) told.push(median);
  }
  // One slow frame does not make the second slow.
  expect(told).toEqual([50]);
});
