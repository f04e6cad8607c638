import * as fc from "fast-check";
import { expect, test } from "vitest";
import { still } from "../body/me.ts";
import { cameraBehind } from "../camera/camera.ts";
import { applyKeys, heldKey, stickFrom } from "./keys.ts";

const NOWHERE = { x: 0, y: 0 };

test("opposite keys cancel each other, and a diagonal is no faster", () => {
  const input = still();
  applyKeys(new Set(["forward", "back"]), NOWHERE, input, cameraBehind(0), 0.1);
  expect(input.forward).toBe(0);
  applyKeys(new Set(["forward", "right"]), NOWHERE, input, cameraBehind(0), 0.1);
  expect(Math.hypot(input.forward, input.right)).toBeCloseTo(1);
  expect(input.forward).toBeGreaterThan(0);
});

test("turning keys turn the camera and nothing else", () => {
  const [input, camera] = [still(), cameraBehind(1)];
  applyKeys(new Set(["turn-left"]), NOWHERE, input, camera, 0.5);
  expect(camera.yaw).toBeGreaterThan(1);
  expect(input).toEqual(still());
});

test("a stick pushed up walks forwards; pushed all the way, it runs", () => {
  const input = still();
  applyKeys(new Set(), stickFrom(0, -20, 44), input, cameraBehind(0), 0.1);
  expect(input.forward).toBeGreaterThan(0.3);
  expect(input.run).toBe(false);
  applyKeys(new Set(), stickFrom(3, -90, 44), input, cameraBehind(0), 0.1);
  expect(input.run).toBe(true);
});

test("a stick never leaves its circle", () => {
  const far = fc.double({ min: -2_000, max: 2_000, noNaN: true });
  fc.assert(
    fc.property(far, far, (dx, dy) => {
      const { x, y } = stickFrom(dx, dy, 44);
      expect(Math.hypot(x, y)).toBeLessThanOrEqual(1 + 1e-9);
    }),
  );
});

test("keys that the world does not use are left alone", () => {
  expect(heldKey("KeyW")).toBe("forward");
  for (const code of ["Tab", "KeyE", "F5", "constructor"]) expect(heldKey(code)).toBeUndefined();
});
