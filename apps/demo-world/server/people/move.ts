import { takeReach } from "../../src/sim/body/reach.ts";
import { canHaveWalked } from "../../src/sim/body/speed.ts";
import type { Stand } from "../../src/sim/place/place.ts";
import { MOTIONS } from "../../src/sim/protocol/from-server.ts";
import type { Motion } from "../../src/sim/protocol/references.ts";
import { type Effect, type Hall, round, send, standOf, type Visitor, visibleIds } from "./hall.ts";

/** However long a client was silent, one pose leads no further than this many seconds of running. */
const LONGEST_STRIDE = 0.5;

/** Somebody says where they are now. Whom nobody can believe is put back where they were. */
export function pose(
  { place }: Hall,
  visitor: Visitor,
  to: Stand & { readonly motion: Motion },
  now: number,
): Effect[] {
  // Late news from before the corridor.
  if (visitor.isAway) return [];
  const seconds = Math.min((now - visitor.poseAt) / 1_000, LONGEST_STRIDE);
  const metres = Math.hypot(to.x - visitor.x, to.z - visitor.z);
  const believed =
    canHaveWalked(place, visitor, to, seconds) && takeReach(visitor.reach, metres, now);
  if (!believed) return send([visitor.id], { t: "placed", at: standOf(visitor) });
  const { x, z, heading, motion } = to;
  visitor.hasMoved ||=
    x !== visitor.x || z !== visitor.z || heading !== visitor.heading || motion !== visitor.motion;
  Object.assign(visitor, { x, z, heading, motion, poseAt: now });
  return [];
}

/** Tells everybody where those are who moved since the last time. Who moved alone is not told of themselves. */
export function flushPoses(hall: Hall, now: number): Effect[] {
  const moved = [...hall.visitors.values()].filter(({ hasMoved }) => hasMoved);
  if (moved.length === 0) return [];
  for (const visitor of moved) visitor.hasMoved = false;
  const to = visibleIds(hall, moved.length === 1 ? moved[0]?.id : undefined);
  return send(to, {
    t: "moved",
    now,
    poses: moved.map(({ id, x, z, heading, motion }) => [
      id,
      round(x),
      round(z),
      round(heading),
      MOTIONS.indexOf(motion),
    ]),
  });
}
