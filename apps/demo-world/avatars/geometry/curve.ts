import type { Vector } from "./vector.ts";

export const clamp = (x: number, low = 0, high = 1): number => Math.min(high, Math.max(low, x));
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 0 below the first edge, 1 above the second, smooth between. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** A row of numbers at a place from 0 to 1; the places rise. */
export type Key = readonly [at: number, ...values: number[]];

/**
 * A smooth curve through keys that never swings beyond its neighbours (monotone cubic, Fritsch and
 * Carlson 1980). Gives the keys' values at any place; the ends hold.
 */
export function keyed(keys: readonly Key[]): (at: number) => number[] {
  const places = keys.map(([at]) => at);
  const columns = (keys[0]?.length ?? 1) - 1;
  const curves = Array.from({ length: columns }, (_, c) =>
    monotone(
      places,
      keys.map((key) => key[c + 1] ?? 0),
    ),
  );
  return (at) => curves.map((curve) => curve(at));
}

function monotone(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const x = (i: number) => xs[i] ?? 0;
  const y = (i: number) => ys[i] ?? 0;
  const slope = (i: number) => (y(i + 1) - y(i)) / Math.max(1e-9, x(i + 1) - x(i));
  const last = xs.length - 1;
  const tangents = xs.map((_, i) => {
    if (i === 0 || i === last) return last === 0 ? 0 : slope(i === 0 ? 0 : last - 1);
    const [a, b] = [slope(i - 1), slope(i)];
    if (a * b <= 0) return 0;
    return (2 * a * b) / (a + b);
  });
  return (at) => {
    if (at <= x(0)) return y(0);
    if (at >= x(last)) return y(last);
    let i = 0;
    while (x(i + 1) < at) i++;
    const h = x(i + 1) - x(i);
    const t = (at - x(i)) / h;
    const [m0, m1] = [(tangents[i] ?? 0) * h, (tangents[i + 1] ?? 0) * h];
    const [t2, t3] = [t * t, t * t * t];
    return (
      y(i) * (2 * t3 - 3 * t2 + 1) +
      m0 * (t3 - 2 * t2 + t) +
      y(i + 1) * (3 * t2 - 2 * t3) +
      m1 * (t3 - t2)
    );
  };
}

/** A smooth path through places, evenly spread from 0 to 1 (Catmull-Rom). */
export function path(places: readonly Vector[]): (t: number) => Vector {
  const last = places.length - 1;
  const at = (i: number): Vector => {
    const inside = places[clamp(i, 0, last)] ?? [0, 0, 0];
    if (i >= 0 && i <= last) return inside;
    // Beyond the ends the path goes straight on.
    const next = places[i < 0 ? 1 : last - 1] ?? inside;
    return [2 * inside[0] - next[0], 2 * inside[1] - next[1], 2 * inside[2] - next[2]];
  };
  return (t) => {
    const place = clamp(t) * last;
    const i = Math.min(last - 1, Math.floor(place));
    const f = place - i;
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const one = (k: 0 | 1 | 2) =>
      0.5 *
      (2 * q[k] +
        (r[k] - p[k]) * f +
        (2 * p[k] - 5 * q[k] + 4 * r[k] - s[k]) * f * f +
        (3 * q[k] - p[k] - 3 * r[k] + s[k]) * f * f * f);
    return [one(0), one(1), one(2)];
  };
}
