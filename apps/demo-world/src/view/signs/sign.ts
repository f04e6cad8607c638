import { BufferAttribute, BufferGeometry } from "three";
import { lightAt } from "../light/light-at.ts";
import type { Lighting } from "../light/lighting.ts";
import { SIGNS_SIZE, type Slot } from "./slot.ts";

/** A flat sign in a place: its middle, its size in metres, which way it faces and what of the atlas is on it. */
export interface Sign {
  readonly at: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
  /** Around its middle: 0 faces south, π north, a quarter turn east. */
  readonly turn: number;
  readonly slot: Slot;
  /** As bright as it is painted, whatever the light. */
  readonly lit?: number;
}

/** All signs of a place as one geometry. */
export function buildSigns(signs: readonly Sign[], lighting: Lighting): BufferGeometry {
  const positions: number[] = [];
  const uvs: number[] = [];
  const colours: number[] = [];
  const indices: number[] = [];
  for (const sign of signs) {
    addSign(sign, lighting, positions, uvs, colours, indices);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uvs), 2));
  geometry.setAttribute("color", new BufferAttribute(new Float32Array(colours), 3));
  geometry.setIndex(indices);
  return geometry;
}

const CORNERS = [
  [-0.5, 0.5],
  [0.5, 0.5],
  [-0.5, -0.5],
  [0.5, -0.5],
] as const;

function addSign(
  { at, width, height, turn, slot, lit = 0.35 }: Sign,
  lighting: Lighting,
  positions: number[],
  uvs: number[],
  colours: number[],
  indices: number[],
): void {
  indices.push(...signCorners(positions.length / 3 / CORNERS.length));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const light: [number, number, number] = [1, 1, 1];
  for (const [u, v] of CORNERS) {
    const x = at[0] + u * width * cos;
    const y = at[1] + v * height;
    const z = at[2] - u * width * sin;
    positions.push(x, y, z);
    uvs.push((slot.x + (u + 0.5) * slot.width) / SIGNS_SIZE);
    uvs.push(1 - (slot.y + (0.5 - v) * slot.height) / SIGNS_SIZE);
    lightAt(lighting, x, y, z, sin, 0, cos, light);
    for (const one of light) colours.push(Math.min(1.15, one * (1 - lit) + lit));
  }
}

/** The corners of a sign's two triangles, by its place in the list. */
export function signCorners(sign: number): number[] {
  const first = sign * CORNERS.length;
  return [first, first + 2, first + 1, first + 2, first + 3, first + 1];
}
