import { leftArm } from "../../body/limbs.ts";
import { bindTorso } from "../../body/torso.ts";
import { overlay } from "../../clothes/over-coat.ts";
import { column } from "../../geometry/loft.ts";
import { type Bind, bothSides, type Surface } from "../../geometry/surface.ts";
import { byAngle } from "../../hair/on-head.ts";
import { bySide, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, stripes } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { CORAL, NAVY, TEAL, WHITE } from "./dyes.ts";
import { paintEmblem } from "./emblem.ts";

/** The jacket's rings, from collar to waistband. */
export const JACKET = column(
  [
    [1.075, 0.066, 0.062, 0.062],
    [1.05, 0.068, 0.064, 0.064],
    [1.022, 0.078, 0.064, 0.066],
    [0.99, 0.108, 0.072, 0.078],
    [0.93, 0.124, 0.088, 0.09],
    [0.82, 0.124, 0.096, 0.096],
    [0.7, 0.132, 0.106, 0.104],
    [0.635, 0.138, 0.112, 0.108],
    [0.605, 0.124, 0.1, 0.098],
    [0.575, 0.126, 0.102, 0.1],
  ],
  2.4,
);

/** On his back: a gull over a wave, in a white ring. */
export function emblem(atlas: Atlas, bind: Bind): Surface {
  const picture = atlas.picture(96, 96, paintEmblem);
  return overlay({
    ring: JACKET,
    angles: [136, 224],
    from: () => 0.5,
    to: () => 0.66,
    off: [0.003, 0.003],
    segments: [10, 6],
    paint: (u, v) => picture(1 - u, v),
    bind,
  });
}

/** The edges of two slanting pockets. */
export function pockets(build: Build, paint: Ramp): Surface[] {
  const pocket = overlay({
    ring: JACKET,
    angles: [34, 58],
    from: byAngle([
      [34, 0.79],
      [58, 0.7],
    ]),
    to: byAngle([
      [34, 0.815],
      [58, 0.725],
    ]),
    off: [0.004, 0.004],
    segments: [5, 1],
    paint: plain(paint),
    bind: bindTorso(build, { legs: 0.3, hem: 0.5 }),
  });
  return [bothSides(pocket)];
}

/** The left sleeve with its bands and cuff. */
export function sleeve(build: Build, atlas: Atlas): Surface {
  const x = armPlaces(build);
  const paint = stripes(atlas, [
    [0.38, CORAL],
    [0.42, WHITE],
    [0.5, TEAL],
    [0.54, WHITE],
    [0.9, CORAL],
    [1, NAVY],
  ]);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.052],
      [x.upperArm + 0.02, 0.054],
      [x.upperArm + 0.08, 0.05],
      [x.lowerArm, 0.048],
      [x.lowerArm + 0.07, 0.052],
      [x.hand - 0.035, 0.053],
      [x.hand - 0.022, 0.036],
      [x.hand + 0.004, 0.034],
      [x.hand - 0.01, 0.02],
    ],
    paint: bySide(paint, x.upperArm, x.hand + 0.004),
    start: 0.05,
    segments: [14, 14],
  });
}
