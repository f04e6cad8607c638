import { curlHand } from "./hands.ts";
import { IDLE_SECONDS, idle } from "./idle.ts";
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
  for (const side of ["left", "right"] as const) {
    const sign = side === "left" ? 1 : -1;
    turn(out, `${side}UpperLeg`, -84, sign * -4, sign * 3);
    turn(out, `${side}LowerLeg`, 82, 0, 0);
    turn(out, `${side}Foot`, 2, sign * 4, 0);
    turn(out, `${side}UpperArm`, -26 - breath, 0, -sign * 68);
    turn(out, `${side}LowerArm`, 0, -sign * 34, 0);
    turn(out, `${side}Hand`, 0, 0, sign * 10);
    curlHand(out, side, 10);
  }
}
