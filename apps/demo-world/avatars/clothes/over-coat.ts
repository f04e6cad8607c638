import { loft, loftPoint, type Ring } from "../geometry/loft.ts";
import { type Dress, type Surface, sheet } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";

export const FRONT: Vector = [0, 0, 1];

export interface TrunkOptions extends Dress {
  ring: (t: number) => Ring;
  segments?: readonly [number, number];
}

/** A garment around the trunk, from the neck (0) to its hem (1). */
export function trunk({ ring, segments = [32, 22], ...dress }: TrunkOptions): Surface {
  return loft({ ring, front: FRONT, segments, ...dress });
}

export interface OverlayOptions extends Dress {
  ring: (t: number) => Ring;
  /** Between which angles it lies, in degrees from the front towards the figure's left. */
  angles: readonly [number, number];
  /** From where to where down the garment it reaches, by angle. */
  from: (degrees: number) => number;
  to: (degrees: number) => number;
  /** How far it stands off the garment, in metres, from its upper to its lower edge. */
  off: readonly [number, number];
  segments: readonly [number, number];
}

/** Something that lies on a garment: a collar, a flap, a band. */
export function overlay({
  ring,
  angles,
  from,
  to,
  off,
  segments,
  ...dress
}: OverlayOptions): Surface {
  return sheet(
    (u, v) => {
      const degrees = angles[1] + (angles[0] - angles[1]) * u;
      const [a, b] = [from(degrees), to(degrees)];
      const lift = off[0] + (off[1] - off[0]) * v;
      return trunkPoint(ring, degrees, a + (b - a) * v, lift);
    },
    segments,
    dress,
  );
}

/** A point of a garment by its angle in degrees from the front towards the figure's left. */
export const trunkPoint = (
  ring: (t: number) => Ring,
  degrees: number,
  t: number,
  off = 0,
): Vector =>
  // A garment's rings go down, so that around goes from the back by the figure's left.
  loftPoint(ring, FRONT, 0.5 - degrees / 360, t, off);
