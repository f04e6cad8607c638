import { curlHand } from "./hands.ts";
import { IDLE_SECONDS, idle } from "./idle.ts";
import { LIMBS, SIDES, signOf } from "./limbs.ts";
import { type Pose, turn } from "./pose.ts";

/** How far the hips come down to a seat, in parts of their height. */
const DOWN = 0.42;

/** Sits on a seat, hands on the knees. */
export function sit(seconds: number, out: Pose): void {
  idle(seconds, out);
  const breath = Math.sin((4 * Math.PI * seconds) / IDLE_SECONDS);
  out.hips[0] = 0;
  out.hips[1] = -DOWN;
  turn(out, "hips", -2, 0, 0);
  turn(out, "spine", 2, 0, 0);
  for (const side of SIDES) {
    const limbs = LIMBS[side];
    const sign = signOf(side);
    turn(out, limbs.upperLeg, -84, sign * -4, sign * 3);
    turn(out, limbs.lowerLeg, 82, 0, 0);
    turn(out, limbs.foot, 2, sign * 4, 0);
    turn(out, limbs.upperArm, -26 - breath, 0, -sign * 68);
    turn(out, limbs.lowerArm, 0, -sign * 34, 0);
    turn(out, limbs.hand, 0, 0, sign * 10);
    curlHand(out, side, 10);
  }
}
