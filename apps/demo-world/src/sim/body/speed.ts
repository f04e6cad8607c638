import type { Place } from "../place/place.ts";
import { canStand } from "./collide.ts";

/** Metres in a second. */
export const WALK_SPEED = 2.6;
/** Metres in a second. */
export const RUN_SPEED = 5.2;

/** What late and bunched messages may add up to, in metres. */
const SLACK = 1.2;
/** A network's clock is not ours. */
const FACTOR = 1.25;
/** However long nothing came, nobody has walked further than this, in seconds. */
const MOST_SECONDS = 10;
/** Between two looks at whether a wall is in the way, in metres. */
const STRIDE = 0.25;

/**
 * Whether a body can have walked from one point to another: not faster than one runs, and through nothing solid.
 * The world server asks this of every pose that a client sends.
 */
export function canHaveWalked(
  place: Place,
  from: { x: number; z: number },
  to: { x: number; z: number },
  seconds: number,
): boolean {
  const distance = Math.hypot(to.x - from.x, to.z - from.z);
  const most = RUN_SPEED * FACTOR * Math.min(Math.max(seconds, 0), MOST_SECONDS) + SLACK;
  if (!(distance <= most) || !canStand(place, to.x, to.z)) return false;
  // A long way may lead round a wall: only steps that are short enough to be straight are looked at closely.
  if (distance > SLACK) return true;
  const steps = Math.ceil(distance / STRIDE);
  for (let i = 1; i < steps; i++) {
    const part = i / steps;
    const x = from.x + (to.x - from.x) * part;
    const z = from.z + (to.z - from.z) * part;
    if (!canStandRoughly(place, x, z)) return false;
  }
  return true;
}

/** Between two poses one has cut a corner: only what is truly inside a wall counts. */
function canStandRoughly(place: Place, x: number, z: number): boolean {
  return !place.solids.some(
    ({ minX, maxX, minZ, maxZ }) => x > minX && x < maxX && z > minZ && z < maxZ,
  );
}
