import { MOTION_BONES, otherSide } from "./motion-bones.ts";
import type { Pose } from "./pose.ts";

/**
 * Moves a pose towards another by the given part (0 stays, 1 arrives), bone by bone. A mask gives
 * each bone its own part of that; without one all bones move alike, and so do the hips.
 */
export function mixPose(out: Pose, towards: Pose, part: number, mask?: Float32Array): void {
  if (part <= 0) return;
  for (let bone = 0; bone < MOTION_BONES.length; bone++) {
    mixRotation(out.rotations, towards.rotations, bone * 4, part * (mask?.[bone] ?? 1));
  }
  const hips = part * (mask?.[0] ?? 1);
  for (let k = 0; k < 3; k++) {
    const from = out.hips[k] ?? 0;
    out.hips[k] = from + ((towards.hips[k] ?? 0) - from) * hips;
  }
}

/** A straight way between two quaternions, made a unit again: near enough for poses that are near. */
function mixRotation(out: Float32Array, towards: Float32Array, at: number, part: number): void {
  if (part === 0) return;
  const ax = out[at] ?? 0;
  const ay = out[at + 1] ?? 0;
  const az = out[at + 2] ?? 0;
  const aw = out[at + 3] ?? 1;
  const bx = towards[at] ?? 0;
  const by = towards[at + 1] ?? 0;
  const bz = towards[at + 2] ?? 0;
  const bw = towards[at + 3] ?? 1;
  // A quaternion and its negative are the same turn: take the nearer.
  const sign = ax * bx + ay * by + az * bz + aw * bw < 0 ? -1 : 1;
  const x = ax + (bx * sign - ax) * part;
  const y = ay + (by * sign - ay) * part;
  const z = az + (bz * sign - az) * part;
  const w = aw + (bw * sign - aw) * part;
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  out[at] = x / length;
  out[at + 1] = y / length;
  out[at + 2] = z / length;
  out[at + 3] = w / length;
}

/** The same pose with left and right exchanged. */
export function mirrorPose(from: Pose, out: Pose): void {
  for (let bone = 0; bone < MOTION_BONES.length; bone++) {
    const at = bone * 4;
    const to = otherSide(bone) * 4;
    out.rotations[to] = from.rotations[at] ?? 0;
    out.rotations[to + 1] = -(from.rotations[at + 1] ?? 0);
    out.rotations[to + 2] = -(from.rotations[at + 2] ?? 0);
    out.rotations[to + 3] = from.rotations[at + 3] ?? 1;
  }
  out.hips[0] = -(from.hips[0] ?? 0);
  out.hips[1] = from.hips[1] ?? 0;
  out.hips[2] = from.hips[2] ?? 0;
}
