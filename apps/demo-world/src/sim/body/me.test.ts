import fc from "fast-check";
import { expect, test } from "vitest";
import { MINATO } from "../place/minato.ts";
import { canStand } from "./collide.ts";
import { type Input, meAt, stepMe, still } from "./me.ts";
import { canHaveWalked, RUN_SPEED, WALK_SPEED } from "./speed.ts";

const OWN = { kind: "own", id: "nagi" } as const;
const arrived = () => meAt(MINATO.arrival, "Aiko", OWN);
const walk = (me: ReturnType<typeof arrived>, input: Input, seconds: number, yaw = 0) => {
  for (let t = 0; t < seconds; t += 1 / 60) stepMe(me, input, yaw, MINATO, [], 1 / 60);
};

test("one walks where the camera looks, at walking or running speed, and turns that way", () => {
  for (const [run, speed] of [
    [false, WALK_SPEED],
    [true, RUN_SPEED],
  ] as const) {
    const me = arrived();
    walk(me, { ...still(), forward: 1, run }, 1, Math.PI / 2);
    expect(me.x - MINATO.arrival.x).toBeCloseTo(speed, 0);
    expect(me.z).toBeCloseTo(MINATO.arrival.z, 5);
    expect(me.heading).toBeCloseTo(Math.PI / 2, 2);
    expect(me.motion).toBe(run ? "run" : "walk");
  }
});

test("to the right is to the right of the camera", () => {
  const me = arrived();
  walk(me, { ...still(), right: 1 }, 0.5, Math.PI / 2);
  // Looking east, the right hand is south.
  expect(me.z).toBeGreaterThan(MINATO.arrival.z + 1);
});

test("a tapped goal is walked to, and any key ends it", () => {
  const me = arrived();
  const input: Input = { ...still(), goal: { x: -10, z: -3 } };
  walk(me, input, 5);
  expect(Math.hypot(me.x + 10, me.z + 3)).toBeLessThan(0.3);
  expect(input.goal).toBeUndefined();
  input.goal = { x: 0, z: 0 };
  input.forward = 1;
  walk(me, input, 0.1);
  expect(input.goal).toBeUndefined();
});

test("a goal behind a wall is given up at the wall", () => {
  const me = meAt({ x: 0, z: -3, heading: 0 }, "Aiko", OWN);
  const input: Input = { ...still(), goal: { x: 0, z: -5 } };
  walk(me, input, 4);
  expect(input.goal).toBeUndefined();
  expect(me.motion).toBe("idle");
});

const wish = fc.record({
  forward: fc.double({ min: -1, max: 1, noNaN: true }),
  right: fc.double({ min: -1, max: 1, noNaN: true }),
  run: fc.boolean(),
  yaw: fc.double({ min: -7, max: 7, noNaN: true }),
  seconds: fc.double({ min: 0, max: 0.1, noNaN: true }),
});

test("whatever one presses, one stands where one can stand, and the server believes each step", () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 80 }), (wishes) => {
      const me = arrived();
      for (const { yaw, seconds, ...keys } of wishes) {
        const before = { x: me.x, z: me.z };
        stepMe(me, { ...keys, goal: undefined }, yaw, MINATO, [], seconds);
        expect(canStand(MINATO, me.x, me.z)).toBe(true);
        expect(canHaveWalked(MINATO, before, me, seconds)).toBe(true);
      }
    }),
  );
});

test("nobody has teleported, walked through a wall, or stands in one", () => {
  const from = MINATO.arrival;
  expect(canHaveWalked(MINATO, from, { x: 10, z: 0 }, 0.1)).toBe(false);
  expect(canHaveWalked(MINATO, from, { x: from.x + 0.5, z: from.z }, 0.1)).toBe(true);
  // Through a booth's back wall, which is thinner than what late messages are allowed to add up to.
  expect(canHaveWalked(MINATO, { x: -3, z: 10.8 }, { x: -3, z: 12 }, 0.2)).toBe(false);
  expect(canHaveWalked(MINATO, { x: 0, z: -3.5 }, { x: 0, z: -5 }, 1)).toBe(false);
  for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
    expect(canHaveWalked(MINATO, from, { x: odd, z: 0 }, 1)).toBe(false);
    expect(canHaveWalked(MINATO, from, { x: from.x, z: odd }, 1)).toBe(false);
  }
  expect(canHaveWalked(MINATO, from, { x: 10, z: 0 }, Number.NaN)).toBe(false);
});
