import { BufferAttribute, BufferGeometry } from "three";
import { lightAt } from "../light/light-at.ts";
import type { Lighting } from "../light/lighting.ts";
import type { Rgb } from "./colour.ts";

/** A colour, or one for each point. */
export type Paint = Rgb | ((x: number, y: number, z: number) => Rgb);

interface Part {
  geometry: BufferGeometry;
  paint: Paint;
  /** Of its own light, from 0 (lit by the place) to 1 (as bright as its paint says). */
  glow: number;
}

/** Many shapes that become one geometry with colours: one draw call. */
export interface Assembly {
  add(geometry: BufferGeometry, paint: Paint, glow?: number): void;
  /** Joins everything, painted in the light of the place. The shapes given are disposed of. */
  bake(lighting: Lighting): BufferGeometry;
}

/** An assembly with nothing in it yet. */
export function createAssembly(): Assembly {
  const parts: Part[] = [];
  return {
    add(geometry, paint, glow = 0) {
      parts.push({ geometry, paint, glow });
    },
    bake: (lighting) => join(parts.splice(0), lighting),
  };
}

function join(parts: readonly Part[], lighting: Lighting): BufferGeometry {
  const vertices = parts.reduce((sum, { geometry }) => sum + count(geometry), 0);
  const indices = parts.reduce(
    (sum, { geometry }) => sum + (geometry.index?.count ?? count(geometry)),
    0,
  );
  const positions = new Float32Array(vertices * 3);
  const colours = new Float32Array(vertices * 3);
  const index = new Uint32Array(indices);
  let vertex = 0;
  let at = 0;
  for (const part of parts) {
    const { geometry } = part;
    positions.set(geometry.getAttribute("position").array, vertex * 3);
    paintPart(part, lighting, colours, vertex);
    const size = geometry.index?.count ?? count(geometry);
    for (let i = 0; i < size; i++) index[at++] = vertex + (geometry.index?.getX(i) ?? i);
    vertex += count(geometry);
    geometry.dispose();
  }
  const joined = new BufferGeometry();
  joined.setAttribute("position", new BufferAttribute(positions, 3));
  joined.setAttribute("color", new BufferAttribute(colours, 3));
  joined.setIndex(new BufferAttribute(index, 1));
  joined.computeBoundingSphere();
  return joined;
}

function paintPart(
  { geometry, paint, glow }: Part,
  lighting: Lighting,
  colours: Float32Array,
  first: number,
): void {
  const position = geometry.getAttribute("position");
  const normal = geometry.getAttribute("normal");
  const light: [number, number, number] = [1, 1, 1];
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)];
    if (glow < 1) {
      lightAt(lighting, x, y, z, normal.getX(i), normal.getY(i), normal.getZ(i), light);
    }
    const own = typeof paint === "function" ? paint(x, y, z) : paint;
    for (let c = 0; c < 3; c++) {
      colours[(first + i) * 3 + c] = (own[c] ?? 0) * ((light[c] ?? 0) * (1 - glow) + glow);
    }
  }
}

const count = (geometry: BufferGeometry) => geometry.getAttribute("position").count;
