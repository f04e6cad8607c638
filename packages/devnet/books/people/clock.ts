import type { Books } from "../model/state.ts";
import type { Random } from "./random.ts";

/** All times that somebody names are whole tens of minutes, and nothing happens within a minute of one: so it never matters whether
 * a chain that is asked beforehand counts from its last block or from its next. */
export const TEN_MINUTES = 600;
const MARGIN = 60;

/** The next second; now and then, and where a full ten minutes come near, some time later. Whether time made a leap. */
export function passTime(books: Books, random: Random): boolean {
  const isNear = books.now % TEN_MINUTES > TEN_MINUTES - MARGIN;
  if (!isNear && !random.chance(1 / 200)) {
    books.now += 1;
    return false;
  }
  books.now = fullTime(books.now, 1 + random.below(2)) + MARGIN;
  return true;
}

/** A full ten minutes, so many after the last one. */
export const fullTime = (now: number, after: number): number =>
  (Math.floor(now / TEN_MINUTES) + after) * TEN_MINUTES;
