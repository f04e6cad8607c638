import { hold } from "./hold.ts";
import { boneIndex } from "./motion-bones.ts";
import { createPose } from "./pose.ts";

/** Where something that is carried sits: in the space of a bone, in metres for a hand of 9 cm. */
export interface Grip {
  bone: "rightHand";
  /** From the wrist to the hollow of the palm. */
  offset: readonly [x: number, y: number, z: number];
  /** The quaternion (x, y, z, w) that stands the thing upright, its front to the figure's front, while held. */
  turn: readonly [x: number, y: number, z: number, w: number];
}

const ARM = [
  "hips",
  "spine",
  "chest",
  "rightShoulder",
  "rightUpperArm",
  "rightLowerArm",
  "rightHand",
] as const;

type Quaternion = readonly [number, number, number, number];

/** Undoes how the holding hand is turned in the world. */
function uprightTurn(): Quaternion {
  const pose = createPose();
  hold(0, pose);
  const [x, y, z, w] = ARM.map((bone): Quaternion => {
    const at = boneIndex(bone) * 4;
    const [qx = 0, qy = 0, qz = 0, qw = 1] = pose.rotations.slice(at, at + 4);
    return [qx, qy, qz, qw];
  }).reduce(multiply);
  return [-x, -y, -z, w];
}

function multiply([ax, ay, az, aw]: Quaternion, [bx, by, bz, bw]: Quaternion): Quaternion {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** The right hand's grip in the motion `hold`. */
export const GRIP: Grip = {
  bone: "rightHand",
  offset: [-0.045, -0.022, 0],
  turn: uprightTurn(),
};
