import type { AvatarReport } from "./finding-codes.ts";
import type { GltfLists } from "./gltf.ts";
import type { VrmParts } from "./vrm.ts";

/** Checks that expressions are named once and move morph targets that exist. */
export function checkExpressions(vrm: VrmParts, gltf: GltfLists, report: AvatarReport): void {
  const names = new Set<string>();
  for (const { name, path, morphs } of vrm.expressions) {
    if (names.has(name)) report.add("avatar-expression-duplicate", path, name);
    names.add(name);
    const isLost = morphs.some(({ node, mesh, index }) => {
      const moved = node === undefined ? mesh : gltf.nodes[node]?.mesh;
      const targets = gltf.meshes[moved ?? -1]?.primitives[0]?.targets?.length ?? 0;
      return !(Number.isInteger(index) && index >= 0 && index < targets);
    });
    if (isLost) report.add("avatar-expression-target-missing", path, name);
  }
}
