import type { Detail } from "./detail.ts";

/** Farther than this nobody sees hair swing, in metres. */
const NEAR = 7;
/** How many people's hair swings at once. */
const MOST = 3;

/** Whether somebody's hair and clothes swing: the nearest few, where all is drawn. `rank` is 0 for the nearest. */
export function doSwing(detail: Detail, rank: number, distance: number): boolean {
  return detail === "full" && rank < MOST && distance < NEAR;
}
