import type { MotionBone } from "./motion-bones.ts";

export type Side = "left" | "right";

/** 1 for the left, −1 for the right: what turns one way on the left turns the other way on the right. */
export const signOf = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);

/** The bones of one side, named once: a name put together for each frame would be waste. */
interface Limbs {
  shoulder: MotionBone;
  upperArm: MotionBone;
  lowerArm: MotionBone;
  hand: MotionBone;
  upperLeg: MotionBone;
  lowerLeg: MotionBone;
  foot: MotionBone;
  toes: MotionBone;
  thumb: FingerBones;
  fingers: readonly FingerBones[];
}

interface FingerBones {
  near: MotionBone;
  far: MotionBone;
}

const limbsOf = (side: Side): Limbs => ({
  shoulder: `${side}Shoulder`,
  upperArm: `${side}UpperArm`,
  lowerArm: `${side}LowerArm`,
  hand: `${side}Hand`,
  upperLeg: `${side}UpperLeg`,
  lowerLeg: `${side}LowerLeg`,
  foot: `${side}Foot`,
  toes: `${side}Toes`,
  thumb: { near: `${side}ThumbMetacarpal`, far: `${side}ThumbProximal` },
  fingers: (["Index", "Middle", "Ring", "Little"] as const).map((finger) => ({
    near: `${side}${finger}Proximal` as const,
    far: `${side}${finger}Intermediate` as const,
  })),
});

/** The bones of either side. */
export const LIMBS: Readonly<Record<Side, Limbs>> = {
  left: limbsOf("left"),
  right: limbsOf("right"),
};

/** Both sides, left first. */
export const SIDES: readonly Side[] = ["left", "right"];
