import type { GltfLists, GltfPrimitive } from "./gltf.ts";
import type { AvatarCounts } from "./inspection.ts";

/** glTF 2.0, section 3.7.2.1: primitive modes that are triangles. */
const TRIANGLES = 4;
const TRIANGLE_STRIP = 5;
const TRIANGLE_FAN = 6;

/** Counts what an avatar holds, from the lengths that its JSON states. */
export function countAvatar(gltf: GltfLists): AvatarCounts {
  const elements = (accessor: number | undefined) => gltf.accessors[accessor ?? -1]?.count ?? 0;
  const triangles = gltf.meshes.map((mesh) =>
    sum(mesh.primitives.map((primitive) => trianglesOf(primitive, elements))),
  );
  const positions = gltf.meshes.flatMap((mesh) =>
    mesh.primitives.map((primitive) => primitive.attributes.POSITION),
  );
  return {
    nodes: gltf.nodes.length,
    meshes: gltf.meshes.length,
    primitives: sum(gltf.meshes.map((mesh) => mesh.primitives.length)),
    triangles: sum(triangles),
    drawnTriangles: sum(gltf.nodes.map((node) => triangles[node.mesh ?? -1] ?? 0)),
    vertices: sum([...new Set(positions)].map(elements)),
    morphTargets: sum(gltf.meshes.map((mesh) => mesh.primitives[0]?.targets?.length ?? 0)),
    materials: gltf.materials.length,
    textures: gltf.textures.length,
    images: gltf.images.length,
    skins: gltf.skins.length,
    joints: new Set(gltf.skins.flatMap((skin) => skin.joints)).size,
  };
}

function trianglesOf(
  primitive: GltfPrimitive,
  elements: (accessor: number | undefined) => number,
): number {
  const count = elements(primitive.indices ?? primitive.attributes.POSITION);
  const mode = primitive.mode ?? TRIANGLES;
  if (mode === TRIANGLES) return Math.floor(count / 3);
  return mode === TRIANGLE_STRIP || mode === TRIANGLE_FAN ? Math.max(0, count - 2) : 0;
}

/** A sum that stays an exact integer, whatever a stranger's numbers are. */
function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => Math.min(total + n, Number.MAX_SAFE_INTEGER), 0);
}
