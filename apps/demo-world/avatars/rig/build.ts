/** The measures of a figure in T-pose, in metres. Heights are of joints above the ground. */
export interface Build {
  hips: number;
  spine: number;
  chest: number;
  neck: number;
  head: number;
  /** Where the arms begin: to the side, and up. */
  shoulder: readonly [x: number, y: number];
  upperArm: number;
  lowerArm: number;
  /** How much larger than 1 the hands are drawn. */
  hand: number;
  /** Where the legs begin: to the side, and up. */
  hip: readonly [x: number, y: number];
  knee: number;
  ankle: number;
  /** From the ankle to the ball of the foot. */
  foot: number;
}

/** Where the arm's joints lie along x. */
export function armPlaces({ shoulder: [x], upperArm, lowerArm }: Build) {
  return { shoulder: x * 0.3, upperArm: x, lowerArm: x + upperArm, hand: x + upperArm + lowerArm };
}
