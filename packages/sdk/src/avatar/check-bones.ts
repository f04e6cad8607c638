import {
  BONE_PARENTS,
  type BoneName,
  boneName,
  REQUIRED_BONES,
  REQUIRED_BONES_0X,
} from "./bones.ts";
import type { AvatarReport } from "./finding-codes.ts";
import type { NodeTree } from "./node-tree.ts";
import { isIndex } from "./section.ts";
import type { VrmParts } from "./vrm.ts";

/** The bones that are assigned to a node that exists, each once. */
export type BoneMap = ReadonlyMap<BoneName, number>;

/** Checks bone names, nodes, the required bones and who descends from whom. */
export function checkBones(
  vrm: VrmParts,
  nodeCount: number,
  tree: NodeTree,
  report: AvatarReport,
): BoneMap {
  const root = vrm.version === "1.0" ? "/extensions/VRMC_vrm" : "/extensions/VRM";
  const path = `${root}/humanoid/humanBones`;
  const paths = new Map<BoneName, string>();
  const bones = assignBones(vrm, nodeCount, paths, report);
  for (const bone of REQUIRED_BONES) {
    if (!paths.has(bone)) report.add("avatar-bone-missing", path, bone);
  }
  for (const bone of vrm.version === "0.x" ? REQUIRED_BONES_0X : []) {
    if (!paths.has(bone)) report.add("avatar-bone-missing", path, bone, "warning");
  }
  for (const [bone, node] of bones) {
    const parent = nearestParent(bone, bones);
    if (parent === undefined || tree.isWithin(node, parent)) continue;
    const severity = REQUIRED_BONES.includes(bone) ? "error" : "warning";
    report.add("avatar-bone-hierarchy", paths.get(bone) ?? path, bone, severity);
  }
  return bones;
}

/** Fills `paths` with every bone that the file assigns, rightly or not. */
function assignBones(
  vrm: VrmParts,
  nodeCount: number,
  paths: Map<BoneName, string>,
  report: AvatarReport,
): Map<BoneName, number> {
  const bones = new Map<BoneName, number>();
  const taken = new Set<number>();
  for (const { name, node, path } of vrm.bones) {
    const bone = boneName(name, vrm.version);
    if (bone === undefined) {
      report.add("avatar-bone-unknown", path, name);
      continue;
    }
    const isRepeated = paths.has(bone);
    paths.set(bone, path);
    if (!isIndex(node, nodeCount)) report.add("avatar-bone-unmapped", path, name);
    else if (isRepeated || taken.has(node)) report.add("avatar-bone-duplicate", path, name);
    else {
      bones.set(bone, node);
      taken.add(node);
    }
  }
  return bones;
}

/** The node of the nearest bone above that the file assigns. */
function nearestParent(bone: BoneName, bones: BoneMap): number | undefined {
  let parent: BoneName | null = BONE_PARENTS[bone];
  while (parent !== null && !bones.has(parent)) parent = BONE_PARENTS[parent];
  return parent === null ? undefined : bones.get(parent);
}
