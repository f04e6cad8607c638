import { keyed } from "./curve.ts";
import { type Dress, type Surface, sheet } from "./surface.ts";
import { add, cross, normalize, scale, subtract, type Vector } from "./vector.ts";

/** A cut across a body part: how far it reaches to the sides, to the front and to the back. */
export interface Ring {
  at: Vector;
  side: number;
  front: number;
  back: number;
  /** 2 is an ellipse; more is nearer to a box. */
  power?: number;
}

export interface LoftOptions extends Dress {
  /** The ring at a place from 0 to 1. */
  ring: (t: number) => Ring;
  /** Roughly where the part's front points. */
  front: Vector | ((t: number) => Vector);
  /** How many corners around, and how many rings. */
  segments: readonly [around: number, along: number];
  /** How far a round end bulges, in metres. Without it the end is open. */
  start?: number;
  end?: number;
}

const CAP_RINGS = 2;

/** A body part as rings along a path. Its u goes around from the back, its v from start to end. */
export function loft(options: LoftOptions): Surface {
  const { ring, segments, start, end, paint, bind } = options;
  const [around, along] = segments;
  const before = start === undefined ? 0 : CAP_RINGS;
  const after = end === undefined ? 0 : CAP_RINGS;
  const rows = along + before + after;
  const place = (u: number, v: number): Vector => {
    const row = Math.round(v * rows) - before;
    const t = Math.min(1, Math.max(0, row / along));
    const { right, front, direction } = frame(ring, t, options.front);
    const beyond = row < 0 ? row / before : row > along ? (row - along) / after : 0;
    const turn = beyond * (Math.PI / 2);
    const bulge = beyond < 0 ? (start ?? 0) : (end ?? 0);
    const { at, ...section } = ring(t);
    const [x, z] = outline(section, u * 2 * Math.PI - Math.PI, Math.cos(turn));
    const centre = add(at, scale(direction, Math.sin(turn) * bulge));
    return add(centre, add(scale(right, x), scale(front, z)));
  };
  const spread = (v: number) => Math.min(1, Math.max(0, (v * rows - before) / along));
  return sheet(place, [around, rows], {
    paint: (u, v, at) => paint(u, spread(v), at),
    bind: (at, u, v) => bind(at, u, spread(v)),
  });
}

/** A point on the body part's side, grown outwards by so many metres. Around as in a loft. */
export function loftPoint(
  ring: (t: number) => Ring,
  front: LoftOptions["front"],
  u: number,
  t: number,
  grow = 0,
): Vector {
  const axes = frame(ring, t, front);
  const { at, side, front: ahead, back, power } = ring(t);
  const section = {
    side: side + grow,
    front: ahead + grow,
    back: back + grow,
    ...(power === undefined ? {} : { power }),
  };
  const [x, z] = outline(section, u * 2 * Math.PI - Math.PI, 1);
  return add(at, add(scale(axes.right, x), scale(axes.front, z)));
}

function frame(ring: (t: number) => Ring, t: number, front: LoftOptions["front"]) {
  const step = 1e-3;
  const [low, high] = [Math.max(0, t - step), Math.min(1, t + step)];
  const direction = normalize(subtract(ring(high).at, ring(low).at));
  const right = normalize(cross(direction, typeof front === "function" ? front(t) : front));
  return { direction, right, front: cross(right, direction) };
}

/** A point of a section by its angle from the front. */
function outline(section: Omit<Ring, "at">, angle: number, size: number): [number, number] {
  const exponent = 2 / (section.power ?? 2);
  const [s, c] = [Math.sin(angle), Math.cos(angle)];
  const depth = c > 0 ? section.front : section.back;
  return [
    Math.sign(s) * Math.abs(s) ** exponent * section.side * size,
    Math.sign(c) * Math.abs(c) ** exponent * depth * size,
  ];
}

/** A row of a table of rings up or down the body. */
export type ColumnKey = readonly [y: number, side: number, front: number, back: number, z?: number];

/** Rings up or down the body, from a table whose rows are evenly spread from 0 to 1. */
export function column(keys: readonly ColumnKey[], power = 2): (t: number) => Ring {
  const curve = keyed(
    keys.map(([y, side, front, back, z], i) => [
      i / (keys.length - 1),
      y,
      side,
      front,
      back,
      z ?? 0,
    ]),
  );
  return (t) => {
    const [y = 0, side = 0, front = 0, back = 0, z = 0] = curve(t);
    return { at: [0, y, z], side, front, back, power };
  };
}

/** A round thing: rings from its top to its bottom. */
export function ball(
  centre: Vector,
  radii: Vector,
  segments: readonly [number, number],
  dress: Dress,
): Surface {
  const place = (u: number, v: number): Vector => {
    const [a, b] = [u * 2 * Math.PI - Math.PI, v * Math.PI];
    return add(centre, [
      -Math.sin(a) * Math.sin(b) * radii[0],
      Math.cos(b) * radii[1],
      Math.cos(a) * Math.sin(b) * radii[2],
    ]);
  };
  return sheet(place, segments, dress);
}
