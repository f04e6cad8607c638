import { type BufferGeometry, type Group, type Material, Mesh } from "three";

/** Something that stands on a polished floor. */
export interface Mirrored {
  readonly upright: Mesh;
  /** Upside down below the floor, for the floor to show. */
  readonly below: Mesh;
  /** Shows another geometry from now on. */
  replace(geometry: BufferGeometry): void;
}

/** A geometry as it stands, and once more upside down below the floor. */
export function mirrored(geometry: BufferGeometry, material: Material): Mirrored {
  const upright = new Mesh(geometry, material);
  const below = new Mesh(geometry, material);
  below.scale.y = -1;
  below.renderOrder = -2;
  return {
    upright,
    below,
    replace(other) {
      upright.geometry.dispose();
      upright.geometry = other;
      below.geometry = other;
    },
  };
}

/** Frees what a group's meshes hold. */
export function disposeAll(group: Group): void {
  group.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    (object.geometry as BufferGeometry).dispose();
    const materials = Array.isArray(object.material) ? object.material : [object.material];
    for (const material of materials) (material as Material).dispose();
  });
}
