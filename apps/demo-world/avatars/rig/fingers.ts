import type { BoneName } from "@ryugu/sdk/avatar";
import { add, normalize, scale, type Vector } from "../geometry/vector.ts";

/** A finger of the left hand, before the hand's size is applied. Metres from the wrist. */
export interface Finger {
  joints: readonly [BoneName, BoneName];
  root: Vector;
  direction: Vector;
  length: number;
  radius: number;
}

/** Thumb first. The palm looks down, the thumb's side is the front. */
export const FINGERS: readonly Finger[] = [
  {
    joints: ["leftThumbMetacarpal", "leftThumbProximal"],
    root: [0.014, -0.004, 0.02],
    direction: normalize([0.62, -0.12, 0.76]),
    length: 0.046,
    radius: 0.0105,
  },
  finger("Index", 0.0215, 0.041, 0.1),
  finger("Middle", 0.0075, 0.045, 0.03),
  finger("Ring", -0.0065, 0.042, -0.04),
  finger("Little", -0.0195, 0.034, -0.12),
];

function finger(
  name: "Index" | "Middle" | "Ring" | "Little",
  z: number,
  length: number,
  aside: number,
): Finger {
  return {
    joints: [`left${name}Proximal`, `left${name}Intermediate`],
    root: [0.05 - Math.abs(z) * 0.16, 0, z],
    direction: normalize([1, 0, aside]),
    length,
    radius: name === "Little" ? 0.0088 : 0.0098,
  };
}

/** Where a finger's second joint lies, as a part of its length. */
export const SECOND_JOINT = 0.45;

/** The two joints of a finger of a hand whose wrist is at the given place. */
export function fingerJoints(
  { joints, root, direction, length }: Finger,
  wrist: Vector,
  size: number,
) {
  const first = add(wrist, scale(root, size));
  return [
    { name: joints[0], parent: "leftHand", at: first },
    {
      name: joints[1],
      parent: joints[0],
      at: add(first, scale(direction, length * SECOND_JOINT * size)),
    },
  ];
}
