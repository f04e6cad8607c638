import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseSpot, type Hanging } from "./spots.ts";

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const SPOTS = ["4", "5", "6", "7", "8", "9"];
const work = (spot: string, change: Partial<Hanging> = {}): Hanging => ({
  ...{ id: `work at ${spot}`, spot, isSold: false, offeredAt: NOW },
  ...change,
});
const full = SPOTS.map((spot) => work(spot));

test("works hang in the order of the spots, and a spot that came free is filled first", () => {
  expect(chooseSpot([], NOW)).toEqual({ spot: "4" });
  expect(chooseSpot([work("4"), work("5")], NOW)).toEqual({ spot: "6" });
  expect(chooseSpot([work("5"), work("6")], NOW)).toEqual({ spot: "4" });
});

test("nothing gives way that can be bought, or could be within the hour", () => {
  expect(chooseSpot(full, NOW)).toBeUndefined();
  expect(chooseSpot([...full.slice(1), work("4", { offeredAt: NOW - HOUR + 1 })], NOW)).toBe(
    undefined,
  );
});

test("the oldest that is sold, or that nobody could buy for an hour, gives way", () => {
  const idle = full.map((one) => (one.spot === "8" ? { ...one, offeredAt: NOW - HOUR } : one));
  expect(chooseSpot(idle, NOW)).toEqual({ spot: "8", instead: "work at 8" });
  const sold = idle.map((one) => (one.spot === "7" ? { ...one, isSold: true } : one));
  expect(chooseSpot(sold, NOW)).toEqual({ spot: "7", instead: "work at 7" });
});

test("whatever hangs, a spot never has two works", () => {
  const hanging = fc.subarray(SPOTS).chain((spots) =>
    fc.tuple(
      ...spots.map((spot) =>
        fc.record({
          ...{ id: fc.constant(`work at ${spot}`), spot: fc.constant(spot) },
          ...{ isSold: fc.boolean(), offeredAt: fc.integer({ min: NOW - 2 * HOUR, max: NOW }) },
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(hanging, (works) => {
      const chosen = chooseSpot(works, NOW);
      const left = works.filter(({ id }) => id !== chosen?.instead).map(({ spot }) => spot);
      if (chosen === undefined) expect(works).toHaveLength(SPOTS.length);
      else expect(left).not.toContain(chosen.spot);
    }),
  );
});
