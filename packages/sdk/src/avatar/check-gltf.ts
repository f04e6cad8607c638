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
  const check = (index: number | undefined, list: readonly unknown[], ...path: PropertyKey[]) => {
    if (index !== undefined && !isIndex(index, list.length)) {
      report.add("avatar-index-dangling", pointer("", ...path), index);
    }
  };
  gltf.nodes.forEach((node, i) => {
    check(node.mesh, gltf.meshes, "nodes", i, "mesh");
    check(node.skin, gltf.skins, "nodes", i, "skin");
  });
  gltf.meshes.forEach((mesh, i) => {
    mesh.primitives.forEach(({ attributes, indices, material }, j) => {
      const path = ["meshes", i, "primitives", j] as const;
      check(attributes.POSITION, gltf.accessors, ...path, "attributes", "POSITION");
      check(indices, gltf.accessors, ...path, "indices");
      check(material, gltf.materials, ...path, "material");
    });
  });
  gltf.skins.forEach((skin, i) => {
    skin.joints.forEach((joint, j) => {
      check(joint, gltf.nodes, "skins", i, "joints", j);
    });
  });
  gltf.accessors.forEach((accessor, i) => {
    check(accessor.bufferView, gltf.bufferViews, "accessors", i, "bufferView");
    const available = gltf.bufferViews[accessor.bufferView ?? -1]?.byteLength ?? Infinity;
    const needed = accessorBytes(accessor);
    if (needed > available) {
      report.add("avatar-accessor-out-of-bounds", pointer("/accessors", i), needed);
    }
  });
}

/** The fewest bytes that an accessor can read: elements beside one another, none between. */
function accessorBytes(accessor: GltfAccessor): number {
  const element =
    (COMPONENT_BYTES[accessor.componentType] ?? 0) * (COMPONENTS.get(accessor.type) ?? 0);
  return accessor.count * element;
}
