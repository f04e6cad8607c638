import { curlHand } from "./hands.ts";
import { idle } from "./idle.ts";
import { type Pose, rollAndBend, turn } from "./pose.ts";

/** Carries something on the right hand, in front of the body, the palm up. */
export function hold(seconds: number, out: Pose): void {
  idle(seconds, out);
  holdArm(out);
}

/** The right arm alone: elbow at the side, forearm forward, palm up. */
export function holdArm(out: Pose): void {
  turn(out, "rightShoulder", 0, 0, 3);
  turn(out, "rightUpperArm", -14, 0, 62);
  rollAndBend(out, "rightLowerArm", -52, 80);
  turn(out, "rightHand", -34, 0, -4);
  curlHand(out, "right", 12);
}
