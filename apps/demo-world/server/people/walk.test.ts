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

const leg = fc.record({
  /** Which way, in hundredths of a turn. */
  yaw: fc.nat(99),
  run: fc.boolean(),
  /** Frames of a thirtieth of a second. */
  frames: fc.integer({ min: 10, max: 150 }),
  /** How late the server hears of what is told in this leg, in milliseconds. */
  lag: fc.nat(1_500),
});

test.each<PlatformSlug>(["minato", "garan"])(
  "who walks in %s as a client lets them is never put back, along walls and on a bad line",
  (slug) => {
    const avatar = { kind: "own", id: "nagi" } as const;
    fc.assert(
      fc.property(fc.array(leg, { minLength: 10, maxLength: 20 }), (legs) => {
        const hall = createHall({ place: placeOf(slug), limit: 9, booths: new Map() });
        const world = createWorld(slug, "Anna", avatar);
        const entry = join(hall, { account: accountOf(1), name: "Anna", avatar }, 0);
        if ("refused" in entry) throw new Error(entry.refused);
        putMe(world, entry.visitor);
        const told = toldNothing();
        let heardAt = 0;
        for (const { yaw, run, frames, lag } of legs) {
          Object.assign(world.input, { forward: 1, run });
          world.camera.yaw = (yaw * 2 * Math.PI) / 100;
          for (let frame = 0; frame < frames; frame++) {
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
