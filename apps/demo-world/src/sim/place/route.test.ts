import * as fc from "fast-check";
import { expect, test } from "vitest";
import { canStand } from "../body/collide.ts";
import { canHaveWalked } from "../body/speed.ts";
import { GARAN } from "./garan.ts";
import { MINATO } from "./minato.ts";
import { placeOf } from "./places.ts";
import { findRoute } from "./route.ts";

test("the way to the work for sale leads round the bench", () => {
  const route = findRoute(GARAN, GARAN.arrival, { x: 12.2, z: 0 });
  expect(route.length).toBeGreaterThan(1);
  expect(route.at(-1)).toEqual({ x: 12.2, z: 0 });
});

test("every spot can be walked to from where one arrives", () => {
  for (const slug of ["minato", "garan"] as const) {
    const place = placeOf(slug);
    for (const spot of place.spots) {
      const end = findRoute(place, place.arrival, spot).at(-1);
      const off = Math.hypot((end?.x ?? 99) - spot.x, (end?.z ?? 99) - spot.z);
      expect(off, `${slug} ${spot.kind} ${spot.id}`).toBeLessThan(1);
    }
  }
});

test("a route never leads through anything solid, wherever it begins and ends", () => {
  const coordinate = fc.double({ min: -20, max: 20, noNaN: true });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (ax, az, bx, bz) => {
      fc.pre(canStand(MINATO, ax, az));
      let at = { x: ax, z: az };
      for (const point of findRoute(MINATO, at, { x: bx, z: bz })) {
        for (let part = 0.1; part <= 1; part += 0.1) {
          const next = { x: at.x + (point.x - at.x) * part, z: at.z + (point.z - at.z) * part };
          expect(canHaveWalked(MINATO, at, next, 60)).toBe(true);
        }
        at = point;
      }
    }),
    { numRuns: 40 },
  );
});
