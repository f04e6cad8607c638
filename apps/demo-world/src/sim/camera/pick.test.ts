import * as fc from "fast-check";
import { expect, test } from "vitest";
import { GARAN } from "../place/garan.ts";
import { cameraBehind, stepCamera } from "./camera.ts";
import { floorUnder } from "./pick.ts";

/** A camera behind somebody in the middle of the room. */
function behind(heading: number, at = { x: 4, z: 0 }) {
  const camera = cameraBehind(heading);
  for (let i = 0; i < 60; i++) stepCamera(camera, GARAN, at, 0.1);
  return { camera, at };
}

test("a tap straight ahead, low in the picture, lies before the person's feet", () => {
  const { camera, at } = behind(0);
  const point = floorUnder(camera, at, 0, -0.2, 1.6);
  expect(point?.x).toBeCloseTo(at.x);
  expect(point?.z).toBeGreaterThan(at.z);
});

test("a tap on the right lies on the right of who looks that way", () => {
  const { camera, at } = behind(0);
  // Looking south, the right hand points west.
  expect(floorUnder(camera, at, 0.5, -0.4, 1.6)?.x).toBeLessThan(at.x);
});

test("the sky is no floor", () => {
  const { camera, at } = behind(1);
  expect(floorUnder(camera, at, 0, 0.95, 1.6)).toBeUndefined();
});

test("whatever is tapped, the point is seen at that place of the picture again", () => {
  const part = fc.double({ min: -0.9, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(part, part, fc.double({ min: -3, max: 3, noNaN: true }), (right, up, heading) => {
      const { camera, at } = behind(heading);
      const point = floorUnder(camera, at, right, up, 1.5);
      if (point === undefined) return;
      // Higher in the picture is further away.
      const further = floorUnder(camera, at, right, up + 0.02, 1.5);
      if (further === undefined) return;
      const distance = (p: { x: number; z: number }) => Math.hypot(p.x - camera.x, p.z - camera.z);
      expect(distance(further)).toBeGreaterThan(distance(point));
    }),
  );
});
