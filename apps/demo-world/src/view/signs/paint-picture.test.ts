import fc from "fast-check";
import { expect, test } from "vitest";
import { placePicture } from "./paint-picture.ts";

const SLOT = { x: 512, y: 1_024, width: 512, height: 512 };

test("a square fills its frame", () => {
  expect(placePicture(SLOT, 900, 900)).toEqual(SLOT);
  expect(placePicture(SLOT, 1_024, 1_023)).toEqual(SLOT);
  expect(placePicture(SLOT, 0, 0)).toEqual(SLOT);
});

test("any other picture is whole, in the middle, as wide to its height as it was", () => {
  const side = fc.integer({ min: 1, max: 4_096 });
  fc.assert(
    fc.property(side, side, (width, height) => {
      fc.pre(Math.abs(width / height - 1) > 0.02);
      const at = placePicture(SLOT, width, height);
      expect(at.width / at.height).toBeCloseTo(width / height, 6);
      expect(at.x - SLOT.x).toBeCloseTo(SLOT.x + SLOT.width - at.x - at.width, 6);
      expect(at.y - SLOT.y).toBeCloseTo(SLOT.y + SLOT.height - at.y - at.height, 6);
      expect(at.x).toBeGreaterThan(SLOT.x);
      expect(at.y).toBeGreaterThan(SLOT.y);
    }),
  );
});
