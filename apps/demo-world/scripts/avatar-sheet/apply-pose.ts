import type { VRM } from "@pixiv/three-vrm";
import { createPose, MOTION_BONES, type MotionName, pose } from "../../src/sim/motion/index.ts";

const scratch = createPose();

/** Puts a figure into a motion's pose, as the world does each frame. */
export function applyPose(vrm: VRM, motion: MotionName, seconds: number): void {
  pose(motion, seconds, scratch);
  MOTION_BONES.forEach((bone, i) => {
    vrm.humanoid.getNormalizedBoneNode(bone)?.quaternion.fromArray(scratch.rotations, i * 4);
  });
  const hips = vrm.humanoid.getNormalizedBoneNode("hips");
  const rest = vrm.humanoid.normalizedRestPose.hips?.position ?? [0, 1, 0];
  const high = rest[1];
  const [x = 0, y = 0, z = 0] = scratch.hips;
  hips?.position.set(rest[0] + x * high, rest[1] + y * high, rest[2] + z * high);
}
