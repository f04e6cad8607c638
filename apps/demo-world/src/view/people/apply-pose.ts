import { type Object3D, Vector3 } from "three";
import { MOTION_BONES, type Pose } from "../../sim/motion/index.ts";
import type { Vrm } from "./vrm.ts";

/** An avatar's bones in the motions' order, looked up once. */
export interface Skeleton {
  readonly bones: readonly (Object3D | null)[];
  readonly hips: Object3D | null;
  readonly hipsAtRest: Vector3;
  /** VRM 0.x looks the other way: its x and z are turned round. */
  readonly sign: 1 | -1;
}

/** The bones of an avatar. */
export function skeletonOf(vrm: Vrm): Skeleton {
  const hips = vrm.humanoid.getNormalizedBoneNode("hips");
  return {
    bones: MOTION_BONES.map((name) => vrm.humanoid.getNormalizedBoneNode(name)),
    hips,
    hipsAtRest: hips === null ? new Vector3() : hips.position.clone(),
    sign: vrm.meta.metaVersion === "0" ? -1 : 1,
  };
}

/** Puts a pose onto an avatar's bones. */
export function applyPose({ bones, hips, hipsAtRest, sign }: Skeleton, pose: Pose): void {
  const { rotations, hips: moved } = pose;
  for (let i = 0; i < bones.length; i++) {
    const at = i * 4;
    bones[i]?.quaternion.set(
      sign * (rotations[at] ?? 0),
      rotations[at + 1] ?? 0,
      sign * (rotations[at + 2] ?? 0),
      rotations[at + 3] ?? 1,
    );
  }
  const tall = hipsAtRest.y;
  hips?.position.set(
    hipsAtRest.x + sign * (moved[0] ?? 0) * tall,
    hipsAtRest.y + (moved[1] ?? 0) * tall,
    hipsAtRest.z + sign * (moved[2] ?? 0) * tall,
  );
}
