import { add, cross, normalize, scale, subtract, type Vector } from "./vector.ts";

/** A surface of triangles with a colour at every corner. Metres, y up, as in glTF. */
export interface Mesh {
  positions: Vector[];
  normals: Vector[];
  colours: Vector[];
  triangles: (readonly [number, number, number])[];
}

/** How a surface takes the light. */
export interface Finish {
  metallic: number;
  roughness: number;
  /** Light that it gives off itself, as a part of its colour. */
  glow: number;
}

/** A surface with its finish. */
export interface Part {
  mesh: Mesh;
  finish: Finish;
}

/** A place on a surface for two numbers from 0 to 1. */
export type Surface = (u: number, v: number) => Vector;

const STEP = 1e-4;

/** Lays a grid of triangles over a surface. The normal points to where u × v turns. */
export function grid(
  surface: Surface,
  [across, along]: readonly [number, number],
  paint: (u: number, v: number) => Vector,
): Mesh {
  const mesh: Mesh = { positions: [], normals: [], colours: [], triangles: [] };
  for (let i = 0; i <= across; i++) {
    for (let j = 0; j <= along; j++) {
      const [u, v] = [i / across, j / along];
      mesh.positions.push(surface(u, v));
      mesh.normals.push(normalAt(surface, u, v));
      mesh.colours.push(paint(u, v));
    }
  }
  const at = (i: number, j: number) => i * (along + 1) + j;
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < along; j++) {
      mesh.triangles.push([at(i, j), at(i + 1, j), at(i + 1, j + 1)]);
      mesh.triangles.push([at(i, j), at(i + 1, j + 1), at(i, j + 1)]);
    }
  }
  return mesh;
}

function normalAt(surface: Surface, u: number, v: number): Vector {
  // At a pole one of the two tangents has no length; a little inside it has.
  const inside = (t: number) => Math.min(1 - 20 * STEP, Math.max(20 * STEP, t));
  const [p, q] = [inside(u), inside(v)];
  const du = normalize(subtract(surface(p + STEP, q), surface(p - STEP, q)));
  const dv = normalize(subtract(surface(p, q + STEP), surface(p, q - STEP)));
  return normalize(cross(du, dv));
}

/** A surface around the y axis: the profile gives (radius, height) for v from 0 (top) to 1 (bottom). */
export function revolve(profile: (v: number) => readonly [number, number]): Surface {
  return (u, v) => {
    const [radius, height] = profile(v);
    const angle = u * 2 * Math.PI;
    return [radius * Math.cos(angle), height, radius * Math.sin(angle)];
  };
}

/** An ellipsoid about a centre. */
export function ellipsoid(centre: Vector, radii: Vector): Surface {
  const round = revolve((v) => [Math.sin(v * Math.PI), Math.cos(v * Math.PI)]);
  return (u, v) => {
    const [x, y, z] = round(u, v);
    return add(centre, [x * radii[0], y * radii[1], z * radii[2]]);
  };
}

/** A round tube between two places, with a radius at each end. */
export function tube(from: Vector, to: Vector, radii: readonly [number, number]): Surface {
  const axis = normalize(subtract(to, from));
  const side = normalize(cross(axis, Math.abs(axis[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const other = cross(axis, side);
  return (u, v) => {
    const angle = -u * 2 * Math.PI;
    const radius = radii[0] + (radii[1] - radii[0]) * v;
    const out = add(scale(side, Math.cos(angle)), scale(other, Math.sin(angle)));
    return add(add(from, scale(subtract(to, from), v)), scale(out, radius));
  };
}

/** Several meshes as one. */
export function join(meshes: readonly Mesh[]): Mesh {
  const all: Mesh = { positions: [], normals: [], colours: [], triangles: [] };
  for (const mesh of meshes) {
    const first = all.positions.length;
    all.positions.push(...mesh.positions);
    all.normals.push(...mesh.normals);
    all.colours.push(...mesh.colours);
    for (const [a, b, c] of mesh.triangles) all.triangles.push([a + first, b + first, c + first]);
  }
  return all;
}
