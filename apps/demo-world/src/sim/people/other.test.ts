import fc from "fast-check";
import { expect, test } from "vitest";
import { hearPose, otherFrom, stepOther, turnBetween } from "./other.ts";

const person = {
  id: 7,
  name: "Ren",
  avatar: { kind: "own", id: "kame" } as const,
  held: null,
  x: 0,
  z: 0,
  heading: 0,
  motion: "idle" as const,
};

test("between two poses one is shown on the way, a moment behind", () => {
  const other = otherFrom(person, 0);
  hearPose(other, 0.1, { x: 0, z: 0, heading: 0, motion: "walk" });
  hearPose(other, 0.2, { x: 1, z: 2, heading: 1, motion: "walk" });
  stepOther(other, 0.3);
  expect(other.x).toBeCloseTo(0.5, 5);
  expect(other.z).toBeCloseTo(1, 5);
  expect(other.motion).toBe("walk");
});

test("who is not heard of any more stands where they were last", () => {
  const other = otherFrom(person, 0);
  hearPose(other, 1, { x: 3, z: 0, heading: 0, motion: "run" });
  stepOther(other, 5);
  expect([other.x, other.motion]).toEqual([3, "idle"]);
});

test("what was said hangs for a while", () => {
  const other = otherFrom(person, 0);
  other.said = { text: "hello", until: 2 };
  stepOther(other, 1.9);
  expect(other.said).toBeDefined();
  stepOther(other, 2.1);
  expect(other.said).toBeUndefined();
});

test("one turns the shorter way round", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: -50, max: 50, noNaN: true }),
      (from, to) => {
        const turn = turnBetween(from, to);
        expect(Math.abs(turn)).toBeLessThanOrEqual(Math.PI + 1e-9);
        expect(Math.cos(from + turn)).toBeCloseTo(Math.cos(to), 6);
        expect(Math.sin(from + turn)).toBeCloseTo(Math.sin(to), 6);
      },
    ),
  );
});
