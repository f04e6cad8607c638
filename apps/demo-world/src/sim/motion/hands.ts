import type { MotionBone } from "./motion-bones.ts";
import { type Pose, turn } from "./pose.ts";

export type Side = "left" | "right";

/** 1 for the left, −1 for the right: what turns one way on the left turns the other way on the right. */
export const signOf = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);

const FINGERS = ["Index", "Middle", "Ring", "Little"] as const;

interface FingerBones {
  near: MotionBone;
  far: MotionBone;
}

const bonesOf = (side: Side): readonly FingerBones[] =>
  FINGERS.map((finger) => ({
    near: `${side}${finger}Proximal` as const,
    far: `${side}${finger}Intermediate` as const,
  }));

const HANDS = { left: bonesOf("left"), right: bonesOf("right") };

/** Curls a hand's fingers towards the palm, by degrees at each joint; the thumb follows half way. */
export function curlHand(pose: Pose, side: Side, degrees: number): void {
  const sign = signOf(side);
  const fingers = HANDS[side];
  for (let i = 0; i < fingers.length; i++) {
    const bones = fingers[i];
    if (bones === undefined) continue;
    // The little finger curls most, as in a hand at rest.
    const more = 1 + i * 0.12;
    turn(pose, bones.near, 0, 0, -sign * degrees * more);
    turn(pose, bones.far, 0, 0, -sign * degrees * 1.15 * more);
  }
  turn(
    pose,
    `${side}ThumbMetacarpal`,
    degrees * 0.3,
    -sign * -degrees * 0.2,
    -sign * degrees * 0.25,
  );
  turn(pose, `${side}ThumbProximal`, 0, sign * degrees * 0.4, 0);
}
