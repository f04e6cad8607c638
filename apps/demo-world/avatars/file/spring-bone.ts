import { type Collider, type ColliderGroup, jointName, type Spring } from "../rig/springs.ts";

const GROUPS: readonly ColliderGroup[] = ["head", "body", "legs"];

/** The VRMC_springBone 1.0 extension of a figure. */
export function springBoneExtension(
  springs: readonly Spring[],
  colliders: readonly Collider[],
  node: (joint: string) => number,
): object {
  const groups = GROUPS.filter((group) => colliders.some((collider) => collider.group === group));
  return {
    specVersion: "1.0",
    colliders: colliders.map(({ bone, offset, tail, radius }) => ({
      node: node(bone),
      shape:
        tail === undefined ? { sphere: { offset, radius } } : { capsule: { offset, radius, tail } },
    })),
    colliderGroups: groups.map((name) => ({
      name,
      colliders: colliders.flatMap(({ group }, i) => (group === name ? [i] : [])),
    })),
    springs: springs.map(({ name, points, avoids, ...spring }) => ({
      name,
      joints: points.map((_, i) => ({
        node: node(jointName(name, i)),
        hitRadius: spring.radius,
        stiffness: spring.stiffness,
        gravityPower: spring.gravity,
        gravityDir: [0, -1, 0],
        dragForce: spring.drag,
      })),
      colliderGroups: avoids.map((group) => groups.indexOf(group)).filter((index) => index >= 0),
    })),
  };
}
