import fc from "fast-check";
import { expect, test } from "vitest";
import { poseToTell, toldNothing } from "../../src/sim/body/tell.ts";
import type { PlatformSlug } from "../../src/sim/place/place.ts";
import { placeOf } from "../../src/sim/place/places.ts";
import { stepWorld } from "../../src/sim/world/step.ts";
import { createWorld, putMe } from "../../src/sim/world/world.ts";
import { accountOf } from "../../test/support/hall.ts";
import { join } from "./enter.ts";
import { createHall } from "./hall.ts";
import { pose } from "./move.ts";

const stick = fc.double({ min: -1, max: 1, noNaN: true });
const leg = fc.record({
  forward: stick,
  right: stick,
  run: fc.boolean(),
  seconds: fc.double({ min: 0.1, max: 4, noNaN: true }),
  /** How late the server hears of what is told in this leg, in milliseconds. */
  lag: fc.nat(1_500),
});

test.each<PlatformSlug>(["minato", "garan"])(
  "who walks in %s as a client lets them is never put back, along walls and on a bad line",
  (slug) => {
    const avatar = { kind: "own", id: "nagi" } as const;
    fc.assert(
      fc.property(fc.array(leg, { maxLength: 12 }), (legs) => {
        const hall = createHall({ place: placeOf(slug), limit: 9, booths: new Map() });
        const world = createWorld(slug, "Anna", avatar);
        const entry = join(hall, { account: accountOf(1), name: "Anna", avatar }, 0);
        if ("refused" in entry) throw new Error(entry.refused);
        putMe(world, entry.visitor);
        const told = toldNothing();
        let heardAt = 0;
        for (const { seconds, lag, ...wish } of legs) {
          Object.assign(world.input, wish);
          const end = world.time + seconds;
          while (world.time < end) {
            stepWorld(world, 1 / 30);
            const now = world.time * 1_000;
            const message = poseToTell(told, world.me, now);
            if (message?.t !== "pose") continue;
            // In order, however late.
            heardAt = Math.max(heardAt, now + lag);
            expect(pose(hall, entry.visitor, message, heardAt)).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  },
);
