import {
  type Color,
  DynamicDrawUsage,
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  SphereGeometry,
} from "three";
import { rgb } from "../build/colour.ts";

const MOST = 128;
const TINTS = [rgb("#9fe8df"), rgb("#ffd9a0"), rgb("#f2a6a0"), rgb("#b9c8ff")];

/** A small light for everybody whose avatar has not come yet: one draw call for all, none where nobody waits. */
export interface Spirits {
  readonly mesh: InstancedMesh;
  begin(time: number): void;
  add(x: number, z: number, id: number): void;
  end(): void;
  dispose(): void;
}

/** See {@link Spirits}. */
export function createSpirits(): Spirits {
  const geometry = new SphereGeometry(0.13, 14, 10);
  const material = new MeshBasicMaterial({ transparent: true, opacity: 0.9 });
  const mesh = new InstancedMesh(geometry, material, MOST);
  mesh.instanceMatrix.setUsage(DynamicDrawUsage);
  mesh.frustumCulled = false;
  const matrix = new Matrix4();
  const colour = material.color.clone() as Color;
  let count = 0;
  let now = 0;
  return {
    mesh,
    begin(time) {
      now = time;
      count = 0;
    },
    add(x, z, id) {
      if (count >= MOST) return;
      const size = 1 + 0.12 * Math.sin(now * 2.4 + id);
      matrix.makeScale(size, size, size).setPosition(x, 1.05 + 0.08 * Math.sin(now * 1.7 + id), z);
      mesh.setMatrixAt(count, matrix);
      mesh.setColorAt(count, colour.setRGB(...(TINTS[id % TINTS.length] ?? [1, 1, 1])));
      count++;
    },
    end() {
      mesh.count = count;
      mesh.visible = count > 0;
      if (count === 0) return;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      mesh.dispose();
    },
  };
}
