import type { Paint, Uv } from "../geometry/surface.ts";

/** Paints by height: a ramp's 0 lies at the first, its 1 at the second. */
export const byHeight =
  (ramp: (t: number) => Uv, from: number, to: number): Paint =>
  (_u, _v, [, y]) =>
    ramp((y - from) / (to - from));

/** Paints by how far to the side: a ramp's 0 lies at the first, its 1 at the second. */
export const bySide =
  (ramp: (t: number) => Uv, from: number, to: number): Paint =>
  (_u, _v, [x]) =>
    ramp((Math.abs(x) - from) / (to - from));

/** Paints from a part's start to its end. */
export const lengthwise =
  (ramp: (t: number) => Uv): Paint =>
  (_u, v) =>
    ramp(v);

/** One colour of a ramp. */
export const plain =
  (ramp: (t: number) => Uv, t = 0.5): Paint =>
  () =>
    ramp(t);
