import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseDetail } from "./detail.ts";
import { chooseOwnAvatars } from "./draw-budget.ts";

test("a software renderer gets reduced detail however fast it is", () => {
  const renderer =
    "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)";
  expect(chooseDetail("full", { renderer, frame: 8 })).toBe("reduced");
});

test("a slow machine is asked for less, and only a fast one for more again", () => {
  const renderer = "ANGLE (Intel, Mesa Intel(R) UHD Graphics)";
  expect(chooseDetail("full", { renderer, frame: 60 })).toBe("reduced");
  expect(chooseDetail("reduced", { renderer, frame: 30 })).toBe("reduced");
  expect(chooseDetail("full", { renderer, frame: 30 })).toBe("full");
  expect(chooseDetail("reduced", { renderer, frame: 12 })).toBe("full");
});

test("the nearest are drawn as they are, within the budget, and everybody is drawn", () => {
  const person = fc.record({
    distance: fc.double({ min: 0, max: 50, noNaN: true }),
    calls: fc.integer({ min: 1, max: 60 }),
  });
  fc.assert(
    fc.property(
      fc.array(person, { maxLength: 20 }),
      fc.integer({ min: 20, max: 60 }),
      (all, budget) => {
        const people = all.map((one, id) => ({ ...one, id }));
        const own = chooseOwnAvatars(people, budget);
        const calls = people.reduce(
          (sum, { id, calls: own1 }) => sum + (own.has(id) ? own1 : 1),
          0,
        );
        expect(calls).toBeLessThanOrEqual(Math.max(budget, people.length));
        // Nobody farther away is preferred to somebody nearer with an avatar as light.
        for (const far of people.filter(({ id }) => own.has(id))) {
          const passedOver = people.find(
            (near) => !own.has(near.id) && near.distance < far.distance && near.calls <= far.calls,
          );
          expect(passedOver).toBeUndefined();
        }
      },
    ),
  );
});
