import type { BoneName } from "@ryugu/sdk/avatar";
import { otherSide } from "../geometry/surface.ts";
import { mirror, type Vector } from "../geometry/vector.ts";
import { armPlaces, type Build } from "./build.ts";
import { FINGERS, fingerJoints } from "./fingers.ts";

/** A joint of the skeleton in T-pose; no joint is turned, so that its axes are the world's. */
export interface Joint {
  name: string;
  parent: string | undefined;
  at: Vector;
}

/** A humanoid bone, which is also a joint. */
export interface Bone extends Joint {
  name: BoneName;
}

/** The humanoid bones of a figure, parents first. */
export function humanoid(build: Build, eye: Vector): Bone[] {
  const bone = (name: BoneName, parent: BoneName | undefined, at: Vector): Bone => ({
    name,
    parent,
    at,
  });
  const left = leftLimbs(build);
  left.push(bone("leftEye", "head", eye));
  return [
    bone("hips", undefined, [0, build.hips, 0]),
    bone("spine", "hips", [0, build.spine, 0]),
    bone("chest", "spine", [0, build.chest, 0]),
    bone("neck", "chest", [0, build.neck, 0]),
    bone("head", "neck", [0, build.head, 0]),
    ...left,
    ...left.map(toRight),
  ];
}

function leftLimbs(build: Build): Bone[] {
  const { shoulder, hip, knee, ankle, foot } = build;
  const x = armPlaces(build);
  const y = shoulder[1];
  return [
    { name: "leftShoulder", parent: "chest", at: [x.shoulder, y, 0] },
    { name: "leftUpperArm", parent: "leftShoulder", at: [x.upperArm, y, 0] },
    { name: "leftLowerArm", parent: "leftUpperArm", at: [x.lowerArm, y, 0] },
    { name: "leftHand", parent: "leftLowerArm", at: [x.hand, y, 0] },
    ...FINGERS.flatMap((finger) => fingerJoints(finger, [x.hand, y, 0], build.hand)),
    { name: "leftUpperLeg", parent: "hips", at: [hip[0], hip[1], 0] },
    { name: "leftLowerLeg", parent: "leftUpperLeg", at: [hip[0], knee, 0] },
    { name: "leftFoot", parent: "leftLowerLeg", at: [hip[0], ankle, 0] },
    { name: "leftToes", parent: "leftFoot", at: [hip[0], ankle * 0.4, foot] },
  ];
}

function toRight({ name, parent, at }: Bone): Bone {
  return {
    name: otherSide(name) as BoneName,
    parent: parent === undefined ? undefined : otherSide(parent),
    at: mirror(at),
  };
}
