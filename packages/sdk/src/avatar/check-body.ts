import { REQUIRED_BONES } from "./bones.ts";
import type { BoneMap } from "./check-bones.ts";
import type { AvatarReport } from "./finding-codes.ts";
import type { GltfLists } from "./gltf.ts";
import type { NodeTree } from "./node-tree.ts";

/**
 * Checks that the humanoid moves something that is seen.
 *
 * An exporter that is told to write a thing without a body as VRM adds a stand-in skeleton: the
 * required bones, on nodes of their names, and not a node more, attached to nothing. Such a file satisfies the letter of the
 * standard and is no avatar. A full skeleton beside meshes that it does not move is only a warning:
 * test files of materials are made so.
 */
export function checkBody(
  gltf: GltfLists,
  bones: BoneMap,
  tree: NodeTree,
  report: AvatarReport,
): void {
  if (bones.size === 0) {
    report.add("avatar-not-humanoid", "");
    return;
  }
  const moved = tree.below(bones.values());
  const drawn = gltf.nodes.flatMap((node, index) =>
    node.mesh === undefined ? [] : [{ node, index }],
  );
  const moves = drawn.some(({ node, index }) => {
    const joints = node.skin === undefined ? undefined : gltf.skins[node.skin]?.joints;
    return joints === undefined ? moved[index] === 1 : joints.some((joint) => moved[joint] === 1);
  });
  if (moves) return;
  const isStandIn =
    drawn.length > 0 &&
    bones.size === REQUIRED_BONES.length &&
    [...bones].every(([bone, node]) => gltf.nodes[node]?.name === bone) &&
    moved.reduce((sum, mark) => sum + mark, 0) === bones.size;
  report.add(isStandIn ? "avatar-not-humanoid" : "avatar-skeleton-idle", "/nodes");
}
