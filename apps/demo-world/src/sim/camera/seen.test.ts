import * as fc from "fast-check";
import { expect, test } from "vitest";
import { GARAN } from "../place/garan.ts";
import { cameraBehind, LOOK_HEIGHT, stepCamera } from "./camera.ts";
import { floorUnder, VIEW_ANGLE } from "./pick.ts";
import { cameraAxes, seenFrom } from "./seen.ts";

function behind(heading: number, at = { x: 4, z: 0 }) {
  const camera = cameraBehind(heading);
  for (let i = 0; i < 60; i++) stepCamera(camera, GARAN, at, 0.1);
  const axes = cameraAxes(camera, at);
  if (axes === undefined) throw new Error("The camera stands in whom it looks at.");
  return { camera, at, axes };
}

test("whom the camera looks at is in the middle of the picture, as far as the camera stands", () => {
  const { camera, at, axes } = behind(0.7);
  const seen = seenFrom(camera, axes, at.x, LOOK_HEIGHT, at.z);
  expect(seen.right).toBeCloseTo(0);
  expect(seen.up).toBeCloseTo(0);
  expect(seen.depth).toBeCloseTo(camera.distance);
});

test("what is behind the camera has a negative depth", () => {
  const { camera, axes, at } = behind(0);
  expect(seenFrom(camera, axes, at.x, LOOK_HEIGHT, camera.z - 3).depth).toBeLessThan(0);
});

test("a point of the floor is seen where a tap there finds it", () => {
  const part = fc.double({ min: -0.9, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(part, part, fc.double({ min: -3, max: 3, noNaN: true }), (right, up, heading) => {
      const { camera, at, axes } = behind(heading);
      const aspect = 1.5;
      const point = floorUnder(camera, at, right, up, aspect);
      if (point === undefined) return;
      const seen = seenFrom(camera, axes, point.x, 0, point.z);
      const half = seen.depth * Math.tan(VIEW_ANGLE / 2);
      expect(seen.right / (half * aspect)).toBeCloseTo(right, 6);
      expect(seen.up / half).toBeCloseTo(up, 6);
    }),
  );
});
