import { add, cross, mirror, normalize, subtract, type Vector } from "./vector.ts";

/** A place in the atlas, from 0 to 1; v goes down, as in glTF. */
export type Uv = readonly [number, number];
/** How much each joint moves a corner; the shares add up to 1. */
export type Skin = readonly (readonly [joint: string, share: number])[];
export type Triangle = readonly [number, number, number];

/** Triangles with everything that a corner carries. */
export interface Surface {
  positions: Vector[];
  normals: Vector[];
  uvs: Uv[];
  skins: Skin[];
  triangles: Triangle[];
  /** How far each corner moves at full weight, by morph target; absent where none moves. */
  morphs: ReadonlyMap<string, readonly Vector[]>;
}

/** Where a surface's point for two numbers from 0 to 1 lies. The front is where u × v points. */
export type Place = (u: number, v: number) => Vector;
/** Chooses a point's colour: a place in the atlas. */
export type Paint = (u: number, v: number, at: Vector) => Uv;
/** Chooses what moves a point. */
export type Bind = (at: Vector, u: number, v: number) => Skin;

export interface Dress {
  paint: Paint;
  bind: Bind;
}

/** Lays a grid of triangles over a surface, with smooth normals. */
export function sheet(
  place: Place,
  [across, along]: readonly [number, number],
  { paint, bind }: Dress,
): Surface {
  const out = emptySurface();
  for (let i = 0; i <= across; i++) {
    for (let j = 0; j <= along; j++) {
      const [u, v] = [i / across, j / along];
      const at = place(u, v);
      out.positions.push(at);
      out.uvs.push(paint(u, v, at));
      out.skins.push(bind(at, u, v));
    }
  }
  const index = (i: number, j: number) => i * (along + 1) + j;
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < along; j++) {
      const [a, b, c, d] = [index(i, j), index(i + 1, j), index(i + 1, j + 1), index(i, j + 1)];
      pushTriangle(out, [a, b, c]);
      pushTriangle(out, [a, c, d]);
    }
  }
  out.normals = smoothNormals(out);
  return out;
}

export function emptySurface(): Surface {
  return { positions: [], normals: [], uvs: [], skins: [], triangles: [], morphs: new Map() };
}

/** At a pole a grid's square has only three corners. */
function pushTriangle({ positions, triangles }: Surface, triangle: Triangle): void {
  const [a, b, c] = triangle.map((i) => positions[i] ?? ([0, 0, 0] as const));
  if (a === undefined || b === undefined || c === undefined) return;
  if (Math.hypot(...cross(subtract(b, a), subtract(c, a))) > 1e-11) triangles.push(triangle);
}

const ORIGIN: Vector = [0, 0, 0];

/** Normals that are smooth across corners in the same place, a larger triangle counting more. */
export function smoothNormals({ positions, triangles }: Surface): Vector[] {
  const keys = positions.map((at) => at.map((x) => Math.round(x * 1e5)).join(" "));
  const sums = new Map<string, Vector>();
  for (const [a, b, c] of triangles) {
    const [pa, pb, pc] = [positions[a] ?? ORIGIN, positions[b] ?? ORIGIN, positions[c] ?? ORIGIN];
    const normal = cross(subtract(pb, pa), subtract(pc, pa));
    for (const corner of [a, b, c]) {
      const key = keys[corner] ?? "";
      sums.set(key, add(sums.get(key) ?? ORIGIN, normal));
    }
  }
  return keys.map((key) => normalize(sums.get(key) ?? ORIGIN));
}

/** Several surfaces as one. */
export function join(surfaces: readonly Surface[]): Surface {
  const all = emptySurface();
  const names = new Set(surfaces.flatMap(({ morphs }) => [...morphs.keys()]));
  const morphs = new Map<string, Vector[]>([...names].map((name) => [name, []]));
  for (const surface of surfaces) {
    const first = all.positions.length;
    for (const at of surface.positions) all.positions.push(at);
    for (const normal of surface.normals) all.normals.push(normal);
    for (const uv of surface.uvs) all.uvs.push(uv);
    for (const skin of surface.skins) all.skins.push(skin);
    for (const [a, b, c] of surface.triangles)
      all.triangles.push([a + first, b + first, c + first]);
    for (const [name, moves] of morphs) {
      const own = surface.morphs.get(name);
      surface.positions.forEach((_, i) => {
        moves.push(own?.[i] ?? ORIGIN);
      });
    }
  }
  all.morphs = morphs;
  return all;
}

/** The same surface on the figure's other side, moved by the other side's joints. */
export function mirrored(surface: Surface): Surface {
  const { positions, normals, uvs, skins, triangles, morphs } = surface;
  return {
    positions: positions.map(mirror),
    normals: normals.map(mirror),
    uvs: [...uvs],
    skins: skins.map((skin) => skin.map(([joint, share]) => [otherSide(joint), share] as const)),
    triangles: triangles.map(([a, b, c]) => [a, c, b]),
    morphs: new Map([...morphs].map(([name, moves]) => [otherSide(name), moves.map(mirror)])),
  };
}

/** A surface and its mirror image. */
export const bothSides = (surface: Surface): Surface => join([surface, mirrored(surface)]);

/** `leftHand` for `rightHand`, `blinkLeft` for `blinkRight`, and the other way; other names stay. */
export function otherSide(name: string): string {
  return name.replace(/left|right|Left|Right/, (side) => SIDES[side] ?? side);
}

const SIDES: Readonly<Record<string, string>> = {
  left: "right",
  right: "left",
  Left: "Right",
  Right: "Left",
};
