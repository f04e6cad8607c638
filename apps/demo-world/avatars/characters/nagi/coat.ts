import { leftArm } from "../../body/limbs.ts";
import { overlay, trunkPoint } from "../../clothes/over-coat.ts";
import { ball, column } from "../../geometry/loft.ts";
import { type Bind, bothSides, type Surface } from "../../geometry/surface.ts";
import { byAngle } from "../../hair/on-head.ts";
import { bySide, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { CREAM, CREAM_LOW, NAVY, WHITE } from "./dyes.ts";

/** The coat's rings, from collar to hem. */
export const COAT = column(
  [
    [1.042, 0.044, 0.04, 0.046],
    [1.02, 0.06, 0.05, 0.054],
    [0.996, 0.09, 0.06, 0.064],
    [0.96, 0.108, 0.07, 0.074],
    [0.88, 0.108, 0.08, 0.08],
    [0.78, 0.106, 0.083, 0.083],
    [0.68, 0.126, 0.102, 0.1],
    [0.56, 0.162, 0.138, 0.136],
    [0.47, 0.192, 0.166, 0.163],
  ],
  2.3,
);

/** The sailor collar: a square at the back, a V in front, a white line inside its edge. */
export function collar(atlas: Atlas, bind: Bind): Surface {
  const paint = stripes(atlas, [
    [0.68, NAVY],
    [0.8, WHITE],
    [1, NAVY],
  ]);
  return overlay({
    ring: COAT,
    angles: [-180, 180],
    from: () => 0.05,
    to: byAngle([
      [0, 0.56],
      [10, 0.52],
      [28, 0.4],
      [55, 0.33],
      [90, 0.35],
      [118, 0.46],
      [128, 0.5],
      [180, 0.5],
    ]),
    off: [0.004, 0.012],
    segments: [44, 5],
    paint: lengthwise(paint),
    bind,
  });
}

/** A half belt across the back, with a button at either end, over a box pleat. */
export function backBelt(atlas: Atlas, bind: Bind, gold: Ramp): Surface[] {
  const navy = swatch(atlas, NAVY);
  const pleat = stripes(atlas, [
    [0.1, ["e0cdc4", "bda8b2"]],
    [0.9, ["fff9ec", "d9cad0"]],
    [1, ["e0cdc4", "bda8b2"]],
  ]);
  const belt = overlay({
    ring: COAT,
    angles: [138, 222],
    from: () => 0.615,
    to: () => 0.665,
    off: [0.006, 0.006],
    segments: [12, 1],
    paint: plain(navy),
    bind,
  });
  const fold = overlay({
    ring: COAT,
    angles: [168, 192],
    from: () => 0.66,
    to: () => 0.87,
    off: [0.002, 0.007],
    segments: [4, 8],
    paint: (u) => pleat(u),
    bind,
  });
  const button = ball(trunkPoint(COAT, 142, 0.64, 0.009), [0.011, 0.011, 0.007], [10, 6], {
    paint: plain(gold),
    bind,
  });
  return [fold, belt, bothSides(button)];
}

/** The coat's front edge, one side over the other. */
export function placket(atlas: Atlas, bind: Bind): Surface {
  const paint = stripes(atlas, [
    [0.08, ["e9d6c4", "cdb8bd"]],
    [0.92, ["fffaf0", "e2d5d6"]],
    [1, ["e9d6c4", "cdb8bd"]],
  ]);
  return overlay({
    ring: COAT,
    angles: [-8, 8],
    from: () => 0.4,
    to: () => 0.9,
    off: [0.002, 0.003],
    segments: [4, 10],
    paint: (u) => paint(u),
    bind,
  });
}

/** The left patch pocket. */
export function pocket(atlas: Atlas, bind: Bind): Surface {
  const paint = stripes(atlas, [
    [0.2, NAVY],
    [0.3, CREAM],
    [1, ["f9edda", "d4c4c9"]],
  ]);
  return overlay({
    ring: COAT,
    angles: [26, 52],
    from: () => 0.72,
    to: byAngle([
      [26, 0.8],
      [39, 0.83],
      [52, 0.8],
    ]),
    off: [0.005, 0.004],
    segments: [6, 4],
    paint: lengthwise(paint),
    bind,
  });
}

/** The left sleeve with its cuff. */
export function sleeve(build: Build, atlas: Atlas): Surface {
  const x = armPlaces(build);
  const paint: Ramp = stripes(atlas, [
    [0.8, CREAM],
    [0.86, NAVY],
    [1, CREAM_LOW],
  ]);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.05],
      [x.upperArm + 0.02, 0.049],
      [x.upperArm + 0.08, 0.046],
      [x.lowerArm, 0.045],
      [x.lowerArm + 0.07, 0.049],
      [x.hand - 0.012, 0.053],
      [x.hand - 0.006, 0.045],
      [x.hand - 0.03, 0.02],
    ],
    paint: bySide(paint, x.upperArm, x.hand),
    start: 0.045,
    segments: [14, 15],
  });
}
