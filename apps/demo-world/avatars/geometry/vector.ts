/** Three numbers: a place in metres (y up, +Z to the front, +X to the figure's left), or a direction. */
export type Vector = readonly [number, number, number];

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The direction of a vector; up for one without length. */
export function normalize(a: Vector): Vector {
  const length = Math.hypot(...a);
  return length < 1e-12 ? [0, 1, 0] : scale(a, 1 / length);
}

/** The same place on the figure's other side. */
export const mirror = (a: Vector): Vector => [-a[0], a[1], a[2]];
