import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseOwnAvatars, PEOPLE_DRAW_CALLS } from "./draw-budget.ts";
import { firstSharpness, nextSharpness } from "./sharpness.ts";
import { doSwing } from "./springs.ts";
import { bodyScale, standInFor } from "./stand-in.ts";

const person = fc.record({
  distance: fc.double({ min: 0, max: 50, noNaN: true }),
  calls: fc.integer({ min: 1, max: 40 }),
});

test("however many people and however heavy their avatars, the draw calls stay within the budget", () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: PEOPLE_DRAW_CALLS }), (people) => {
      const drawables = people.map((one, id) => ({ ...one, id }));
      const own = chooseOwnAvatars(drawables);
      const calls = drawables.reduce((sum, { id, calls }) => sum + (own.has(id) ? calls : 1), 0);
      expect(calls).toBeLessThanOrEqual(PEOPLE_DRAW_CALLS);
    }),
  );
});

test("the nearest keep their own avatar; who takes one call always does", () => {
  const own = chooseOwnAvatars(
    [
      { id: 1, distance: 9, calls: 4 },
      { id: 2, distance: 1, calls: 4 },
      { id: 3, distance: 30, calls: 1 },
    ],
    6,
  );
  expect([...own].sort()).toEqual([2, 3]);
});

test("a slow machine draws less sharply, never below the least; a fast one gets its sharpness back", () => {
  expect(firstSharpness("full", 3)).toBe(2);
  expect(firstSharpness("reduced", 3)).toBe(1);
  let sharpness = 1;
  for (let i = 0; i < 10; i++) sharpness = nextSharpness(sharpness, "reduced", 3, 200);
  expect(sharpness).toBe(0.5);
  for (let i = 0; i < 10; i++) sharpness = nextSharpness(sharpness, "reduced", 3, 8);
  expect(sharpness).toBe(1);
  expect(nextSharpness(0.8, "reduced", 3, 25)).toBe(0.8);
});

test("only the nearest few people's hair swings, and only where all is drawn", () => {
  expect(doSwing("full", 0, 2)).toBe(true);
  expect(doSwing("full", 5, 2)).toBe(false);
  expect(doSwing("full", 0, 20)).toBe(false);
  expect(doSwing("reduced", 0, 2)).toBe(false);
});

test("the same person always has the same stand-in; nobody fills the hall", () => {
  expect(standInFor(6)).toEqual(standInFor(6));
  expect(bodyScale(1.5)).toBe(1);
  expect(bodyScale(24) * 24).toBeCloseTo(2.4, 9);
  expect(bodyScale(0.1) * 0.1).toBeCloseTo(0.4, 9);
  expect(bodyScale(Number.NaN)).toBe(1);
  expect(bodyScale(0)).toBe(1);
});
