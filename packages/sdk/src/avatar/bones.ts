/**
 * The humanoid bones of VRM 1.0 and the bone that each descends from
 * (VRMC_vrm 1.0, humanoid: https://github.com/vrm-c/vrm-specification). A bone's parent may be
 * left out of a file, in which case the parent's parent stands in.
 */
export const BONE_PARENTS = {
  hips: null,
  spine: "hips",
  chest: "spine",
  upperChest: "chest",
  neck: "upperChest",
  head: "neck",
  leftEye: "head",
  rightEye: "head",
  jaw: "head",
  leftUpperLeg: "hips",
  leftLowerLeg: "leftUpperLeg",
  leftFoot: "leftLowerLeg",
  leftToes: "leftFoot",
  rightUpperLeg: "hips",
  rightLowerLeg: "rightUpperLeg",
  rightFoot: "rightLowerLeg",
  rightToes: "rightFoot",
  leftShoulder: "upperChest",
  leftUpperArm: "leftShoulder",
  leftLowerArm: "leftUpperArm",
  leftHand: "leftLowerArm",
  rightShoulder: "upperChest",
  rightUpperArm: "rightShoulder",
  rightLowerArm: "rightUpperArm",
  rightHand: "rightLowerArm",
  leftThumbMetacarpal: "leftHand",
  leftThumbProximal: "leftThumbMetacarpal",
  leftThumbDistal: "leftThumbProximal",
  leftIndexProximal: "leftHand",
  leftIndexIntermediate: "leftIndexProximal",
  leftIndexDistal: "leftIndexIntermediate",
  leftMiddleProximal: "leftHand",
  leftMiddleIntermediate: "leftMiddleProximal",
  leftMiddleDistal: "leftMiddleIntermediate",
  leftRingProximal: "leftHand",
  leftRingIntermediate: "leftRingProximal",
  leftRingDistal: "leftRingIntermediate",
  leftLittleProximal: "leftHand",
  leftLittleIntermediate: "leftLittleProximal",
  leftLittleDistal: "leftLittleIntermediate",
  rightThumbMetacarpal: "rightHand",
  rightThumbProximal: "rightThumbMetacarpal",
  rightThumbDistal: "rightThumbProximal",
  rightIndexProximal: "rightHand",
  rightIndexIntermediate: "rightIndexProximal",
  rightIndexDistal: "rightIndexIntermediate",
  rightMiddleProximal: "rightHand",
  rightMiddleIntermediate: "rightMiddleProximal",
  rightMiddleDistal: "rightMiddleIntermediate",
  rightRingProximal: "rightHand",
  rightRingIntermediate: "rightRingProximal",
  rightRingDistal: "rightRingIntermediate",
  rightLittleProximal: "rightHand",
  rightLittleIntermediate: "rightLittleProximal",
  rightLittleDistal: "rightLittleIntermediate",
} as const;

/** A humanoid bone, by its VRM 1.0 name. */
export type BoneName = keyof typeof BONE_PARENTS;

/** Every humanoid bone, parents first. */
export const BONE_NAMES = Object.keys(BONE_PARENTS) as readonly BoneName[];

/** The bones that every VRM must assign. */
export const REQUIRED_BONES: readonly BoneName[] = [
  "hips",
  "spine",
  "head",
  "leftUpperLeg",
  "leftLowerLeg",
  "leftFoot",
  "rightUpperLeg",
  "rightLowerLeg",
  "rightFoot",
  "leftUpperArm",
  "leftLowerArm",
  "leftHand",
  "rightUpperArm",
  "rightLowerArm",
  "rightHand",
];

/** The bones that VRM 0.x requires besides; its readers do without them, so their lack is a warning. */
export const REQUIRED_BONES_0X: readonly BoneName[] = ["chest", "neck"];

/** VRM 0.x names the thumb's bones one joint further out than VRM 1.0 does. */
const THUMBS_0X: ReadonlyMap<string, BoneName> = new Map([
  ["leftThumbProximal", "leftThumbMetacarpal"],
  ["leftThumbIntermediate", "leftThumbProximal"],
  ["rightThumbProximal", "rightThumbMetacarpal"],
  ["rightThumbIntermediate", "rightThumbProximal"],
]);

/** The VRM 1.0 name of a bone as a file of the given version names it. */
export function boneName(name: string, version: "0.x" | "1.0"): BoneName | undefined {
  const renamed = version === "0.x" ? (THUMBS_0X.get(name) ?? name) : name;
  return Object.hasOwn(BONE_PARENTS, renamed) ? (renamed as BoneName) : undefined;
}
