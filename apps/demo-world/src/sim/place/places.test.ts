import { expect, test } from "vitest";
import { canStand, pushOut } from "../body/collide.ts";
import { isInside, PLACES } from "./place.ts";
import { doorTo, placeOf, spotNear } from "./places.ts";

/** Every standing point of a place on a grid, from its arrival on: what one can walk to. */
function reachable(slug: (typeof PLACES)[number], open: boolean): Set<string> {
  const place = placeOf(slug);
  const closed = open ? [] : place.doors.map(({ leaf }) => leaf);
  const step = 0.25;
  const key = (i: number, j: number) => `${i},${j}`;
  const start = [Math.round(place.arrival.x / step), Math.round(place.arrival.z / step)] as const;
  const found = new Set([key(...start)]);
  const queue: (readonly [number, number])[] = [start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [i, j] = next;
    for (const to of [
      [i + 1, j],
      [i - 1, j],
      [i, j + 1],
      [i, j - 1],
    ] as const) {
      if (found.has(key(...to)) || !canStand(place, to[0] * step, to[1] * step, closed)) continue;
      found.add(key(...to));
      queue.push(to);
    }
  }
  return found;
}

const near = (found: Set<string>, x: number, z: number) =>
  [...found].some((point) => {
    const [i = 0, j = 0] = point.split(",").map(Number);
    return Math.hypot(i * 0.25 - x, j * 0.25 - z) < 0.4;
  });

test.each(PLACES)("%s: one arrives on free floor and can walk to everything in it", (slug) => {
  const place = placeOf(slug);
  expect(canStand(place, place.arrival.x, place.arrival.z)).toBe(true);
  const floor = reachable(slug, false);
  for (const spot of place.spots) expect(near(floor, spot.x, spot.z), spot.id).toBe(true);
  for (const { leadsTo, stepOut, threshold } of place.doors) {
    expect(near(floor, stepOut.x, stepOut.z), `out of the door to ${leadsTo}`).toBe(true);
    // Whoever steps out does not stand in the door that they came through.
    expect(isInside(threshold, stepOut.x, stepOut.z)).toBe(false);
  }
});

test.each(PLACES)("%s: a closed door holds, an open one lets through", (slug) => {
  const through = reachable(slug, true);
  const held = reachable(slug, false);
  for (const { leadsTo, threshold, leaf } of placeOf(slug).doors) {
    const middle = [(leaf.minX + leaf.maxX) / 2, (leaf.minZ + leaf.maxZ) / 2] as const;
    expect(near(through, ...middle), `open to ${leadsTo}`).toBe(true);
    expect(near(held, ...middle), `closed to ${leadsTo}`).toBe(false);
    const inDoor = [...through].some((point) => {
      const [i = 0, j = 0] = point.split(",").map(Number);
      return isInside(threshold, i * 0.25, j * 0.25);
    });
    expect(inDoor).toBe(true);
  }
});

test("every spot is found by who stands at it, and nothing in the middle of nowhere", () => {
  for (const slug of PLACES) {
    const place = placeOf(slug);
    for (const spot of place.spots) expect(spotNear(place, spot.x, spot.z)).toBe(spot);
  }
  expect(spotNear(placeOf("minato"), -19, 0)).toBeUndefined();
});

test("both worlds lead to the corridor, and the corridor to both", () => {
  expect(doorTo("minato", "corridor")).toBeDefined();
  expect(doorTo("garan", "corridor")).toBeDefined();
  expect(doorTo("corridor", "minato")).toBeDefined();
  expect(doorTo("corridor", "garan")).toBeDefined();
  expect(doorTo("minato", "garan")).toBeUndefined();
});

test("whoever is inside something solid is put where one can stand", () => {
  for (const slug of PLACES) {
    const place = placeOf(slug);
    for (const box of place.solids) {
      const point = { x: (box.minX + box.maxX) / 2, z: (box.minZ + box.maxZ) / 2 };
      pushOut(place, point);
      const { minX, maxX, minZ, maxZ } = place.bounds;
      expect(point.x >= minX && point.x <= maxX && point.z >= minZ && point.z <= maxZ).toBe(true);
    }
  }
});
