import { type Dress, type Surface, sheet } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";

export interface SkirtOptions extends Dress {
  top: number;
  hem: number;
  /** Half its width and depth at the top and at the hem. */
  from: readonly [side: number, depth: number];
  to: readonly [side: number, depth: number];
  pleats: number;
  /** How deep the pleats are at the hem, in metres. */
  fold: number;
}

/** A skirt in pleats that deepen towards the hem. */
export function pleatedSkirt(options: SkirtOptions): Surface {
  const { top, hem, from, to, pleats, fold } = options;
  return sheet(
    (u, v): Vector => {
      const angle = u * 2 * Math.PI - Math.PI;
      // Each pleat rises slowly and falls at once.
      const wave = (u * pleats) % 1;
      const depth = fold * v * (wave < 0.6 ? wave / 0.66 : (1 - wave) / 0.34);
      const side = from[0] + (to[0] - from[0]) * v - depth;
      const front = from[1] + (to[1] - from[1]) * v - depth;
      return [-Math.sin(angle) * side, top + (hem - top) * v, Math.cos(angle) * front];
    },
    [pleats * 3, 6],
    options,
  );
}
