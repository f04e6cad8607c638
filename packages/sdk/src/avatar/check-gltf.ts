import { pointer } from "../primitives/index.ts";
import type { AvatarReport } from "./finding-codes.ts";
import type { GltfAccessor, GltfLists } from "./gltf.ts";
import { isIndex } from "./section.ts";

/** glTF 2.0, section 3.6.2.2: bytes of a component, and components of an element. */
const COMPONENT_BYTES: Readonly<Record<number, number>> = {
  5120: 1,
  5121: 1,
  5122: 2,
  5123: 2,
  5125: 4,
  5126: 4,
};
const COMPONENTS: ReadonlyMap<string, number> = new Map([
  ["SCALAR", 1],
  ["VEC2", 2],
  ["VEC3", 3],
  ["VEC4", 4],
  ["MAT2", 4],
  ["MAT3", 9],
  ["MAT4", 16],
]);

/** Checks the glTF indices that counting relies on, and that no accessor promises more than it has. */
export function checkGltf(gltf: GltfLists, report: AvatarReport): void {
  const check = (index: number | undefined, list: readonly unknown[], path: string) => {
    if (index !== undefined && !isIndex(index, list.length)) {
      report.add("avatar-index-dangling", path, index);
    }
  };
  for (const [i, node] of gltf.nodes.entries()) {
    check(node.mesh, gltf.meshes, pointer("/nodes", i, "mesh"));
    check(node.skin, gltf.skins, pointer("/nodes", i, "skin"));
  }
  for (const [i, mesh] of gltf.meshes.entries()) {
    for (const [j, primitive] of mesh.primitives.entries()) {
      const path = pointer("/meshes", i, "primitives", j);
      check(primitive.attributes.POSITION, gltf.accessors, `${path}/attributes/POSITION`);
      check(primitive.indices, gltf.accessors, `${path}/indices`);
      check(primitive.material, gltf.materials, `${path}/material`);
    }
  }
  for (const [i, skin] of gltf.skins.entries()) {
    for (const [j, joint] of skin.joints.entries()) {
      check(joint, gltf.nodes, pointer("/skins", i, "joints", j));
    }
  }
  for (const [i, accessor] of gltf.accessors.entries()) {
    const path = pointer("/accessors", i);
    check(accessor.bufferView, gltf.bufferViews, `${path}/bufferView`);
    const available = gltf.bufferViews[accessor.bufferView ?? -1]?.byteLength ?? Infinity;
    const needed = accessorBytes(accessor);
    if (needed > available) report.add("avatar-accessor-out-of-bounds", path, needed);
  }
}

/** The fewest bytes that an accessor can read: elements beside one another, none between. */
function accessorBytes(accessor: GltfAccessor): number {
  const element =
    (COMPONENT_BYTES[accessor.componentType] ?? 0) * (COMPONENTS.get(accessor.type) ?? 0);
  return accessor.count * element;
}
