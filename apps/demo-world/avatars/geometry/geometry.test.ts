import fc from "fast-check";
import { expect, test } from "vitest";
import { rigid } from "../rig/weights.ts";
import { keyed, path } from "./curve.ts";
import { ball, loft } from "./loft.ts";
import { bothSides, mirrored, type Surface } from "./surface.ts";
import { dot, normalize, subtract, type Vector } from "./vector.ts";
import { welded } from "./weld.ts";

const dress = { paint: () => [0.5, 0.5] as const, bind: rigid("leftHand") };
const metres = fc.double({ min: -2, max: 2, noNaN: true });
const place: fc.Arbitrary<Vector> = fc.tuple(metres, metres, metres);

test("a keyed curve passes through its keys and never swings beyond its neighbours", () => {
  const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), {
    minLength: 2,
    maxLength: 9,
  });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (ys, t) => {
      const curve = keyed(ys.map((y, i) => [i, y]));
      ys.forEach((y, i) => {
        expect(curve(i)[0]).toBeCloseTo(y, 9);
      });
      const at = t * (ys.length - 1);
      const near = [ys[Math.floor(at)] ?? 0, ys[Math.ceil(at)] ?? 0];
      const value = curve(at)[0] ?? 0;
      expect(value).toBeGreaterThanOrEqual(Math.min(...near) - 1e-9);
      expect(value).toBeLessThanOrEqual(Math.max(...near) + 1e-9);
    }),
  );
});

test("a path passes through its places", () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 6 }), (places) => {
      const smooth = path(places);
      places.forEach((at, i) => {
        const found = smooth(i / (places.length - 1));
        expect(Math.hypot(...subtract(found, at))).toBeLessThan(1e-6);
      });
    }),
  );
});

const centreOf = ({ positions }: Surface): Vector =>
  ([0, 1, 2] as const).map(
    (k) => positions.reduce((sum, at) => sum + at[k], 0) / positions.length,
  ) as unknown as Vector;

/** Whether every triangle of a convex thing is seen from outside as its front. */
function facesOut(surface: Surface): boolean {
  const centre = centreOf(surface);
  return surface.normals.every((normal, i) => {
    const out = subtract(surface.positions[i] ?? centre, centre);
    return Math.hypot(...out) < 1e-6 || dot(normal, normalize(out)) > -0.2;
  });
}

test("round things face outwards, whichever way they are laid and on either side", () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      fc.pre(Math.hypot(...subtract(to, from)) > 0.3);
      const tube = loft({
        ring: (t) => ({
          at: [0, 1, 2].map(
            (k) => (from[k] ?? 0) * (1 - t) + (to[k] ?? 0) * t,
          ) as unknown as Vector,
          side: 0.1,
          front: 0.1,
          back: 0.1,
        }),
        front: Math.abs(normalize(subtract(to, from))[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1],
        segments: [8, 3],
        start: 0.1,
        end: 0.1,
        ...dress,
      });
      expect(facesOut(tube)).toBe(true);
      expect(facesOut(mirrored(tube))).toBe(true);
    }),
  );
  expect(facesOut(ball([0, 1, 0], [0.3, 0.2, 0.1], [12, 8], dress))).toBe(true);
});

test("a mirrored surface is on the other side, and twice mirrored it is itself", () => {
  const surface = ball([0.5, 1, 0], [0.3, 0.2, 0.1], [12, 8], dress);
  const other = mirrored(surface);
  expect(centreOf(other)[0]).toBeCloseTo(-centreOf(surface)[0]);
  expect(other.skins[0]).toEqual([["rightHand", 1]]);
  expect(mirrored(other)).toEqual(surface);
  expect(bothSides(surface).triangles).toHaveLength(2 * surface.triangles.length);
});

test("welding keeps every triangle where it was, with fewer corners", () => {
  const surface = ball([0, 0, 0], [1, 1, 1], [12, 8], dress);
  const less = welded(surface);
  expect(less.positions.length).toBeLessThan(surface.positions.length);
  const corners = ({ triangles, positions }: Surface) =>
    triangles.map((triangle) =>
      triangle.map((i) => positions[i]?.map((x) => Math.round(x * 1e4) + 0)),
    );
  expect(corners(less)).toEqual(corners(surface));
});
