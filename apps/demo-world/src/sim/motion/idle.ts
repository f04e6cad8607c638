import { curlHand } from "./hands.ts";
import { type Pose, turn } from "./pose.ts";

/** How long the idle motion takes until it begins anew, in seconds: two breaths, one sway. */
export const IDLE_SECONDS = 8;

/** How far down the arms hang, in degrees from T-pose. */
export const ARMS_DOWN = 68;

/** Stands at ease: breathes, and shifts weight from foot to foot. */
export function idle(seconds: number, out: Pose): void {
  const round = (2 * Math.PI * seconds) / IDLE_SECONDS;
  const breath = Math.sin(2 * round);
  const sway = Math.sin(round);
  const look = Math.sin(round + 0.9) + 0.35 * Math.sin(2 * round + 2);
  out.hips[0] = 0.014 * sway;
  out.hips[1] = -0.004 + 0.003 * breath - 0.002 * Math.cos(2 * round);
  turn(out, "hips", 0, 1.2 * sway, 0.9 * sway);
  turn(out, "spine", 0.5 - 0.6 * breath, 0, -1.1 * sway);
  turn(out, "chest", -1.2 * breath, -0.8 * sway, -0.5 * sway);
  turn(out, "neck", 0.6 * breath, 0.9 * look, 0.3 * sway);
  turn(out, "head", 0.6 + 0.6 * breath, 2.2 * look, 1.1 * sway);
  const arm = ARMS_DOWN - 1.2 * breath;
  turn(out, "leftShoulder", 0, 0, 1.2 * breath - 2);
  turn(out, "rightShoulder", 0, 0, -1.2 * breath + 2);
  turn(out, "leftUpperArm", 3 + 1.2 * sway, 0, -arm);
  turn(out, "rightUpperArm", 3 - 1.2 * sway, 0, arm);
  turn(out, "leftLowerArm", 0, -15 - 1.5 * breath, -3);
  turn(out, "rightLowerArm", 0, 15 + 1.5 * breath, 3);
  turn(out, "leftHand", 0, 0, -5);
  turn(out, "rightHand", 0, 0, 5);
  // The feet stay where they are while the hips sway above them.
  turn(out, "leftUpperLeg", -0.6, 0, 1.4 - 1.9 * sway);
  turn(out, "rightUpperLeg", -0.6, 0, -1.4 - 1.9 * sway);
  turn(out, "leftLowerLeg", 1.2, 0, 0);
  turn(out, "rightLowerLeg", 1.2, 0, 0);
  turn(out, "leftFoot", -0.6, 6, -1.4 + 1 * sway);
  turn(out, "rightFoot", -0.6, -6, 1.4 + 1 * sway);
  curlHand(out, "left", 14);
  curlHand(out, "right", 14);
}
