import fc from "fast-check";
import { expect, test } from "vitest";
import { canStand } from "../body/collide.ts";
import { PLACES } from "../place/place.ts";
import { placeOf } from "../place/places.ts";
import { cameraBehind, LOOK_HEIGHT, stepCamera, turnCamera } from "./camera.ts";

test("it stands behind who walks, and sees where they go", () => {
  const camera = cameraBehind(Math.PI / 2);
  stepCamera(camera, placeOf("minato"), { x: 0, z: 0 }, 1);
  expect(camera.x).toBeLessThan(-3);
  expect(camera.z).toBeCloseTo(0, 5);
  expect(camera.y).toBeGreaterThan(LOOK_HEIGHT);
});

test("wherever one stands and looks, the camera is in no wall, not below the floor and not over the ceiling", () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACES),
      number(0, 1),
      number(0, 1),
      number(-7, 7),
      number(-2, 2),
      number(0.1, 4),
      (slug, u, v, yaw, pitch, zoom) => {
        const place = placeOf(slug);
        const { minX, maxX, minZ, maxZ } = place.bounds;
        const at = { x: minX + u * (maxX - minX), z: minZ + v * (maxZ - minZ) };
        fc.pre(canStand(place, at.x, at.z));
        const camera = cameraBehind(yaw);
        turnCamera(camera, 0, pitch, zoom);
        stepCamera(camera, place, at, 1 / 60);
        for (const box of place.solids) {
          const inside =
            camera.x > box.minX &&
            camera.x < box.maxX &&
            camera.z > box.minZ &&
            camera.z < box.maxZ &&
            camera.y < box.height;
          expect(inside).toBe(false);
        }
        expect(camera.y).toBeGreaterThan(0);
        expect(camera.y).toBeLessThan(place.ceiling ?? 1_000);
      },
    ),
    { numRuns: 500 },
  );
});

test("whoever comes out of a gate is not looked at through its light", () => {
  for (const slug of PLACES) {
    for (const { leaf, stepOut } of placeOf(slug).doors) {
      const camera = cameraBehind(stepOut.heading);
      stepCamera(camera, placeOf(slug), stepOut, 1 / 60);
      const isBefore = leaf.minX > stepOut.x ? camera.x < leaf.minX : camera.x > leaf.maxX;
      expect(isBefore).toBe(true);
      expect(camera.distance).toBeGreaterThan(1.5);
    }
  }
});

test("it comes in at once and goes out gently", () => {
  const place = placeOf("minato");
  const camera = cameraBehind(0);
  // Backed against the railing towards the sea there is no room behind.
  stepCamera(camera, place, { x: 8, z: -10.9 }, 1 / 60);
  const near = camera.distance;
  expect(near).toBeLessThan(1.5);
  stepCamera(camera, place, { x: 8, z: 0 }, 1 / 60);
  expect(camera.distance).toBeGreaterThan(near);
  expect(camera.distance).toBeLessThan(near + 1);
});
