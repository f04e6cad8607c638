import type { BoneName } from "@ryugu/sdk/avatar";

/** The bones that the motions turn, parents first; a pose holds one rotation for each, in this order. */
export const MOTION_BONES = [
  "hips",
  "spine",
  "chest",
  "neck",
  "head",
  "leftShoulder",
  "leftUpperArm",
  "leftLowerArm",
  "leftHand",
  "rightShoulder",
  "rightUpperArm",
  "rightLowerArm",
  "rightHand",
  "leftUpperLeg",
  "leftLowerLeg",
  "leftFoot",
  "leftToes",
  "rightUpperLeg",
  "rightLowerLeg",
  "rightFoot",
  "rightToes",
  "leftThumbMetacarpal",
  "leftThumbProximal",
  "leftIndexProximal",
  "leftIndexIntermediate",
  "leftMiddleProximal",
  "leftMiddleIntermediate",
  "leftRingProximal",
  "leftRingIntermediate",
  "leftLittleProximal",
  "leftLittleIntermediate",
  "rightThumbMetacarpal",
  "rightThumbProximal",
  "rightIndexProximal",
  "rightIndexIntermediate",
  "rightMiddleProximal",
  "rightMiddleIntermediate",
  "rightRingProximal",
  "rightRingIntermediate",
  "rightLittleProximal",
  "rightLittleIntermediate",
] as const satisfies readonly BoneName[];

export type MotionBone = (typeof MOTION_BONES)[number];

const PLACES: ReadonlyMap<string, number> = new Map(MOTION_BONES.map((bone, i) => [bone, i]));

/** A bone's place in {@link MOTION_BONES}. */
export const boneIndex = (bone: MotionBone): number => PLACES.get(bone) ?? 0;

const OTHER_SIDES: readonly number[] = MOTION_BONES.map((bone) => {
  const other = bone.startsWith("left")
    ? bone.replace("left", "right")
    : bone.replace("right", "left");
  return PLACES.get(other) ?? 0;
});

/** The place of the bone on the other side of the body; a bone in the middle is its own. */
export const otherSide = (index: number): number => OTHER_SIDES[index] ?? index;
