import { keyed } from "../geometry/curve.ts";
import { normalize, type Vector } from "../geometry/vector.ts";

/** A head as a rounded body: half measures in metres, and how each changes from top to chin. */
export interface HeadShape {
  /** The middle, half way between crown and chin. */
  centre: Vector;
  half: Vector;
  /** How much wider, deeper in front and deeper behind than a ball, by place from 0 (top) to 1 (chin). */
  side: (t: number) => number;
  front: (t: number) => number;
  back: (t: number) => number;
  /** 2 is an ellipse seen from above; more is squarer. */
  power: number;
}

/** A child's head: round above, full cheeks, a small chin. */
export function childHead(centre: Vector, half: Vector, chin = 0.84): HeadShape {
  const one = (keys: readonly (readonly [number, number])[]) => {
    const curve = keyed(keys);
    return (t: number) => curve(t)[0] ?? 1;
  };
  return {
    centre,
    half,
    side: one([
      [0, 1],
      [0.35, 1],
      [0.55, 1.01],
      [0.68, 1.035],
      [0.8, 0.985],
      [0.9, chin],
      [1, chin * 0.85],
    ]),
    front: one([
      [0, 1],
      [0.4, 1.0],
      [0.55, 0.985],
      [0.68, 1.0],
      [0.82, 1.06],
      [1, 1.16],
    ]),
    back: one([
      [0, 1],
      [0.4, 1.04],
      [0.6, 1.0],
      [0.75, 0.88],
      [1, 0.62],
    ]),
    power: 2.15,
  };
}

/** The head's point around (0 is the back's middle) and down (0 is the crown). */
export function headPoint(shape: HeadShape, u: number, v: number, grow = 0): Vector {
  const { centre, half } = shape;
  const [around, down] = [u * 2 * Math.PI - Math.PI, v * Math.PI];
  const [s, c] = [-Math.sin(around), Math.cos(around)];
  const exponent = 2 / shape.power;
  const t = (1 - Math.cos(down)) / 2;
  const ring = Math.sin(down);
  const depth = c > 0 ? shape.front(t) : shape.back(t);
  return [
    centre[0] + Math.sign(s) * Math.abs(s) ** exponent * (half[0] * shape.side(t) + grow) * ring,
    centre[1] + Math.cos(down) * (half[1] + grow),
    centre[2] + Math.sign(c) * Math.abs(c) ** exponent * (half[2] * depth + grow) * ring,
  ];
}

/** The face's point in front of (x, y), lifted off the skin. */
export function onFace(shape: HeadShape, x: number, y: number, lift = 0): Vector {
  const step = 1e-3;
  const at = (dx: number, dy: number) => faceDepth(shape, x + dx, y + dy);
  const normal = faceNormal(at(-step, 0) - at(step, 0), at(0, -step) - at(0, step), 2 * step);
  return [x + normal[0] * lift, y + normal[1] * lift, at(0, 0) + normal[2] * lift];
}

const faceNormal = (dx: number, dy: number, span: number): Vector => normalize([dx, dy, span]);

/** How far in front the skin is at (x, y). */
export function faceDepth(
  { centre, half, side, front, power }: HeadShape,
  x: number,
  y: number,
): number {
  const height = Math.min(0.999, Math.max(-0.999, (y - centre[1]) / half[1]));
  const t = (1 - height) / 2;
  const ring = Math.sqrt(1 - height * height);
  const across = Math.min(0.999, Math.abs(x - centre[0]) / (half[0] * side(t) * ring));
  return centre[2] + half[2] * front(t) * ring * (1 - across ** power) ** (1 / power);
}
