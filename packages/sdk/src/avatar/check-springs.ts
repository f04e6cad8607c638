import { pointer } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";
import { isIndex } from "./section.ts";
import type { VrmParts } from "./vrm.ts";

/** Checks that springs, collider groups and colliders name only things that exist. */
export function checkSprings(vrm: VrmParts, nodeCount: number, report: AvatarReport): void {
  const checkNode = (node: number, path: string) => {
    if (!isIndex(node, nodeCount)) report.add("avatar-spring-unmapped", path, node);
  };
  for (const spring of vrm.springs) {
    const joints = vrm.version === "1.0" ? "joints" : "bones";
    spring.joints.forEach((node, i) => {
      checkNode(node, pointer(spring.path, joints, i));
    });
    spring.colliderGroups.forEach((group, i) => {
      if (isIndex(group, vrm.colliderGroups.length)) return;
      report.add("avatar-collider-group-missing", pointer(spring.path, "colliderGroups", i), group);
    });
  }
  for (const group of vrm.colliderGroups) {
    if (group.node !== undefined) checkNode(group.node, pointer(group.path, "node"));
    group.colliders.forEach((collider, i) => {
      if (isIndex(collider, vrm.colliders.length)) return;
      report.add("avatar-collider-missing", pointer(group.path, "colliders", i), collider);
    });
  }
  if (vrm.version === "0.x") return; // a 0.x collider has its group's node
  for (const { node, path } of vrm.colliders) checkNode(node, pointer(path, "node"));
}
