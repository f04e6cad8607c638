import { boneIndex, MOTION_BONES, type MotionBone } from "./motion-bones.ts";

/**
 * How a figure stands at one moment, in VRM 1.0's normalised space: every rotation is from T-pose,
 * about the world's axes at T-pose (x to the figure's left, y up, z to its front).
 */
export interface Pose {
  /** A quaternion (x, y, z, w) for each of MOTION_BONES, one after another. */
  readonly rotations: Float32Array;
  /** How far the hips move from their place at rest, in parts of their height above the ground. */
  readonly hips: Float32Array;
}

/** T-pose. */
export function createPose(): Pose {
  const pose = { rotations: new Float32Array(MOTION_BONES.length * 4), hips: new Float32Array(3) };
  resetPose(pose);
  return pose;
}

/** Back to T-pose. */
export function resetPose({ rotations, hips }: Pose): void {
  rotations.fill(0);
  for (let i = 3; i < rotations.length; i += 4) rotations[i] = 1;
  hips.fill(0);
}

const DEGREE = Math.PI / 180;

/**
 * Turns a bone: about z first, then y, then x, in degrees. An arm lowered about z then swings about x.
 */
export function turn(pose: Pose, bone: MotionBone, x: number, y: number, z: number): void {
  const sx = Math.sin((x * DEGREE) / 2);
  const cx = Math.cos((x * DEGREE) / 2);
  const sy = Math.sin((y * DEGREE) / 2);
  const cy = Math.cos((y * DEGREE) / 2);
  const sz = Math.sin((z * DEGREE) / 2);
  const cz = Math.cos((z * DEGREE) / 2);
  const at = boneIndex(bone) * 4;
  const { rotations } = pose;
  rotations[at] = sx * cy * cz + cx * sy * sz;
  rotations[at + 1] = cx * sy * cz - sx * cy * sz;
  rotations[at + 2] = cx * cy * sz + sx * sy * cz;
  rotations[at + 3] = cx * cy * cz - sx * sy * sz;
}

/** Turns a bone: about x first, then z, in degrees. An arm rolled about x then rises about z. */
export function rollAndRaise(pose: Pose, bone: MotionBone, x: number, z: number): void {
  const sx = Math.sin((x * DEGREE) / 2);
  const cx = Math.cos((x * DEGREE) / 2);
  const sz = Math.sin((z * DEGREE) / 2);
  const cz = Math.cos((z * DEGREE) / 2);
  const at = boneIndex(bone) * 4;
  const { rotations } = pose;
  rotations[at] = sx * cz;
  rotations[at + 1] = sx * sz;
  rotations[at + 2] = cx * sz;
  rotations[at + 3] = cx * cz;
}

/** Turns a bone: about x first, then y, in degrees. A forearm rolled about x then bends about y. */
export function rollAndBend(pose: Pose, bone: MotionBone, x: number, y: number): void {
  const sx = Math.sin((x * DEGREE) / 2);
  const cx = Math.cos((x * DEGREE) / 2);
  const sy = Math.sin((y * DEGREE) / 2);
  const cy = Math.cos((y * DEGREE) / 2);
  const at = boneIndex(bone) * 4;
  const { rotations } = pose;
  rotations[at] = sx * cy;
  rotations[at + 1] = cx * sy;
  rotations[at + 2] = -sx * sy;
  rotations[at + 3] = cx * cy;
}
