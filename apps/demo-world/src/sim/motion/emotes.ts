import { curlHand } from "./hands.ts";
import { idle } from "./idle.ts";
import { LIMBS, SIDES, signOf } from "./limbs.ts";
import { type Pose, rollAndRaise, turn } from "./pose.ts";

/** How long an emote takes from beginning to end, in seconds. */
export const EMOTE_SECONDS = 2.4;

/** Raises the right hand and waves. The way there and back is the performer's. */
export function wave(seconds: number, out: Pose): void {
  idle(seconds, out);
  const beat = Math.sin(2 * Math.PI * 2.5 * (seconds / EMOTE_SECONDS) * 2);
  turn(out, "spine", 0, 0, 2);
  turn(out, "chest", -1, -3, 2.5);
  turn(out, "neck", 0, 0, 2);
  turn(out, "head", -2, 2, 5 + 1.2 * beat);
  turn(out, "rightShoulder", 0, 0, -9);
  rollAndRaise(out, "rightUpperArm", -78, -14 - 3 * beat);
  turn(out, "rightLowerArm", 0, 66 + 20 * beat, 0);
  turn(out, "rightHand", 0, 14 * Math.sin(2 * Math.PI * 5 * (seconds / EMOTE_SECONDS) - 0.7), 0);
  curlHand(out, "right", 3);
}

/** Bows from the hips, hands at the sides. */
export function bow(seconds: number, out: Pose): void {
  idle(0, out);
  const down = Math.sin(Math.PI * Math.min(1, Math.max(0, seconds / EMOTE_SECONDS))) ** 0.6;
  out.hips[2] = -0.1 * down;
  out.hips[1] = -0.02 * down;
  turn(out, "hips", 20 * down, 0, 0);
  turn(out, "spine", 11 * down, 0, 0);
  turn(out, "chest", 9 * down, 0, 0);
  turn(out, "neck", 4 * down, 0, 0);
  turn(out, "head", 6 * down, 0, 0);
  for (const side of SIDES) {
    const limbs = LIMBS[side];
    const sign = signOf(side);
    turn(out, limbs.upperLeg, -11 * down, 0, sign * 1);
    turn(out, limbs.lowerLeg, 1, 0, 0);
    turn(out, limbs.foot, -9 * down, sign * 5, 0);
    turn(out, limbs.upperArm, -16 * down, 0, -sign * 70);
    turn(out, limbs.lowerArm, 0, -sign * 12, 0);
  }
}

/** Nods twice. */
export function nod(seconds: number, out: Pose): void {
  idle(seconds, out);
  const dip = Math.sin((2 * Math.PI * 2 * seconds) / EMOTE_SECONDS - Math.PI / 2) * 0.5 + 0.5;
  turn(out, "neck", 7 * dip, 0, 0);
  turn(out, "head", 15 * dip - 2, 0, 0);
  turn(out, "chest", 2 * dip, 0, 0);
}
