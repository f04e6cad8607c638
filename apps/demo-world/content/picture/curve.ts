import type { Place } from "./fill.ts";

/** A smooth curve through places (Catmull-Rom), as many points of it as asked for. */
export function curveThrough(places: readonly Place[], points: number): Place[] {
  const at = (i: number) => places[Math.min(places.length - 1, Math.max(0, i))] ?? [0, 0];
  return Array.from({ length: points }, (_, n) => {
    const t = (n / (points - 1)) * (places.length - 1);
    const i = Math.min(Math.floor(t), places.length - 2);
    return between([at(i - 1), at(i), at(i + 1), at(i + 2)], t - i);
  });
}

function between([a, b, c, d]: readonly [Place, Place, Place, Place], t: number): Place {
  const one = (k: 0 | 1) => {
    const [p, q, r, s] = [a[k], b[k], c[k], d[k]];
    return (
      0.5 *
      (2 * q +
        (r - p) * t +
        (2 * p - 5 * q + 4 * r - s) * t ** 2 +
        (3 * q - p - 3 * r + s) * t ** 3)
    );
  };
  return [one(0), one(1)];
}

/** Part of the way from one curve's points to another's. */
export const curveBetween = (from: readonly Place[], to: readonly Place[], part: number): Place[] =>
  from.map(([x, y], i) => {
    const [ox, oy] = to[i] ?? [x, y];
    return [x + (ox - x) * part, y + (oy - y) * part];
  });
