import { canStand } from "../../src/sim/body/collide.ts";
import { RUN_SPEED } from "../../src/sim/body/speed.ts";
import type { Stand } from "../../src/sim/place/place.ts";
import type { Departure, Hall } from "./hall.ts";

/** Two who arrive do not stand in each other, in metres. */
const ELBOW_ROOM = 0.8;
/** Round the place of arrival, this many more are looked at. */
const TRIES = 24;
/** A spiral whose points are evenly spread (the golden angle). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Coming through a door one has made a few steps before the server hears of it, in metres. */
const DOOR_REACH = 3;
/** What late messages may add up to, in metres. */
const SLACK = 2;

/** Where somebody who comes in is put: where the place says, or beside it where others stand there. */
export function arrivalIn(hall: Hall): Stand {
  const { arrival } = hall.place;
  for (let i = 0; i < TRIES; i++) {
    const radius = ELBOW_ROOM * Math.sqrt(i);
    const x = arrival.x + radius * Math.cos(i * GOLDEN);
    const z = arrival.z + radius * Math.sin(i * GOLDEN);
    if (canStand(hall.place, x, z) && isFree(hall, x, z)) return { ...arrival, x, z };
  }
  return arrival;
}

function isFree({ visitors }: Hall, x: number, z: number): boolean {
  for (const other of visitors.values()) {
    if (!other.isAway && Math.hypot(other.x - x, other.z - z) < ELBOW_ROOM) return false;
  }
  return true;
}

/**
 * Whether somebody may stand where they say they do after they were not here: where they can have walked since,
 * or behind a door that they came through. After a restart nobody knows where they were.
 */
export function mayResume(
  { place }: Hall,
  at: Stand,
  before: Departure | undefined,
  now: number,
): boolean {
  if (!canStand(place, at.x, at.z)) return false;
  if (before === undefined) return true;
  const seconds = Math.max(0, now - before.at) / 1_000;
  const walked = Math.hypot(at.x - before.x, at.z - before.z) <= RUN_SPEED * seconds + SLACK;
  return walked || place.doors.some(({ stepOut }) => isNear(stepOut, at, DOOR_REACH));
}

/** Whether two points of the floor are that near. */
export const isNear = (
  a: { readonly x: number; readonly z: number },
  b: { readonly x: number; readonly z: number },
  metres: number,
) => Math.hypot(a.x - b.x, a.z - b.z) <= metres;
