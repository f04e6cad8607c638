import { RUN_SPEED } from "./speed.ts";

/**
 * How far a body may still have gone, as its server sees it. Poses come late and bunched, so that each alone is
 * judged mildly; all of them together are never faster than one runs.
 */
export interface Reach {
  metres: number;
  /** Milliseconds. */
  at: number;
}

/** A network's clock is not ours. */
const FACTOR = 1.25;
/** A connection that stood still for some seconds brings all its poses at once. */
const MOST = RUN_SPEED * FACTOR * 4;

/** Somebody who has just come. */
export const fullReach = (now: number): Reach => ({ metres: MOST, at: now });

/** Takes a way out of what is left; false where it is longer, and then nothing is taken. */
export function takeReach(reach: Reach, metres: number, now: number): boolean {
  const seconds = Math.max(0, now - reach.at) / 1_000;
  reach.metres = Math.min(MOST, reach.metres + RUN_SPEED * FACTOR * seconds);
  reach.at = now;
  if (!(metres <= reach.metres)) return false;
  reach.metres -= metres;
  return true;
}
