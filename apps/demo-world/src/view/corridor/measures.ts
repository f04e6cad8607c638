import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";

/** The tube's middle over the floor, and its radius, in metres. */
export const TUBE = { y: 1.5, radius: 3.05 } as const;
/** The rings' radius, a little less. */
export const RING = 2.74;
/** Where the first and the last ring stand, from the door one came in by. */
const FIRST = 4.6;
const LAST = CORRIDOR_LENGTH - 3.4;

/** The most rings that are drawn. */
export const MOST_RINGS = 16;

/** Where ring `i` of `count` stands along x, for somebody who walks east (1) or west (-1). */
export function ringX(i: number, count: number, way: 1 | -1): number {
  const along = FIRST + ((LAST - FIRST) * i) / Math.max(1, count - 1);
  return way === 1 ? along : CORRIDOR_LENGTH - along;
}
