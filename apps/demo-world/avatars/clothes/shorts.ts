import { leftLeg } from "../body/limbs.ts";
import { bindTorso } from "../body/torso.ts";
import { column, loft } from "../geometry/loft.ts";
import { bothSides, join, type Paint, type Surface } from "../geometry/surface.ts";
import type { Build } from "../rig/build.ts";
import { FRONT } from "./over-coat.ts";

export interface ShortsOptions {
  /** Their height at the waist and at the hem. */
  top: number;
  hem: number;
  /** How wide a leg is at the hem, beside the leg's own thickness. */
  wide: number;
  paint: Paint;
}

/** Short or long trousers. */
export function shorts(build: Build, { top, hem, wide, paint }: ShortsOptions): Surface {
  const [, hip] = build.hip;
  const seat = loft({
    ring: column(
      [
        [top, 0.1, 0.078, 0.078],
        [hip + 0.03, 0.118, 0.09, 0.094],
        [hip - 0.03, 0.114, 0.086, 0.09],
        [hip - 0.075, 0.08, 0.06, 0.06],
      ],
      2.4,
    ),
    front: FRONT,
    segments: [20, 6],
    end: 0.01,
    paint,
    bind: bindTorso(build, { legs: 0.5, hem: hip - 0.1 }),
  });
  const leg = leftLeg(build, {
    keys: [
      [hip + 0.02, 0.058],
      [hip - 0.04, 0.066],
      [(hip + hem) / 2, 0.066 * wide],
      [hem + 0.01, 0.07 * wide],
      [hem, 0.07 * wide],
      [hem + 0.004, 0.05],
    ],
    paint,
    segments: [14, 10],
  });
  return join([seat, bothSides(leg)]);
}
