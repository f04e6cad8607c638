import { type HeadShape, headPoint } from "../face/head-shape.ts";
import { smoothstep } from "../geometry/curve.ts";
import { type Dress, type Surface, sheet } from "../geometry/surface.ts";

export interface CapOptions extends Dress {
  /** How far it stands off the skin, in metres, at the crown and at its edge. */
  off: readonly [number, number];
  /** How far down it reaches, in degrees from the crown, by degrees from the front. */
  edge: (degrees: number) => number;
  segments?: readonly [number, number];
}

/** The hair that covers the skull; its edge turns in to the skin. */
export function cap(
  head: HeadShape,
  { off, edge, segments = [36, 12], ...dress }: CapOptions,
): Surface {
  return sheet(
    (u, v) => {
      const degrees = (0.5 - u) * 360;
      const down = edge(degrees) * Math.min(1, v * 1.06);
      const stand = off[0] + (off[1] - off[0]) * smoothstep(0.2, 0.9, v);
      return headPoint(head, u, down / 180, stand * (1 - smoothstep(0.93, 1, v) * 1.1));
    },
    segments,
    dress,
  );
}
