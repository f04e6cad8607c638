import { LIMBS, type Side, signOf } from "./limbs.ts";
import { type Pose, turn } from "./pose.ts";

/** Curls a hand's fingers towards the palm, by degrees at each joint; the thumb follows half way. */
export function curlHand(pose: Pose, side: Side, degrees: number): void {
  const sign = signOf(side);
  const { fingers, thumb } = LIMBS[side];
  for (let i = 0; i < fingers.length; i++) {
    const bones = fingers[i];
    if (bones === undefined) continue;
    // The little finger curls most, as in a hand at rest.
    const more = 1 + i * 0.12;
    turn(pose, bones.near, 0, 0, -sign * degrees * more);
    turn(pose, bones.far, 0, 0, -sign * degrees * 1.15 * more);
  }
  turn(pose, thumb.near, degrees * 0.3, sign * degrees * 0.2, -sign * degrees * 0.25);
  turn(pose, thumb.far, 0, sign * degrees * 0.4, 0);
}
