import { MeshLambertMaterial } from "three";
import { createAssembly } from "../build/assembly.ts";
import { rgb } from "../build/colour.ts";
import { box } from "../build/shapes.ts";
import type { HeldModel } from "./flatten.ts";

const PLAIN = { above: [1, 1, 1], below: [0.7, 0.7, 0.7], lamps: [], blocks: [] } as const;

/** A small parcel wrapped in cloth: what is shown of a thing that has no model. */
export function createParcel(): HeldModel {
  const assembly = createAssembly();
  assembly.add(box(0, 0, 0, 0.2, 0.14, 0.2), rgb("#5a86a8"));
  assembly.add(box(0, 0, 0, 0.204, 0.144, 0.035), rgb("#f0d9a4"));
  assembly.add(box(0, 0, 0, 0.035, 0.144, 0.204), rgb("#f0d9a4"));
  assembly.add(box(0.028, 0.082, 0, 0.06, 0.025, 0.035).rotateZ(0.2), rgb("#e8c98a"));
  assembly.add(box(-0.028, 0.082, 0, 0.06, 0.025, 0.035).rotateZ(-0.2), rgb("#e8c98a"));
  const geometry = assembly.bake(PLAIN);
  geometry.computeVertexNormals();
  return { geometry, material: new MeshLambertMaterial({ vertexColors: true }), height: 0.16 };
}
