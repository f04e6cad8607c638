import { leftArm } from "../../body/limbs.ts";
import { overlay, trunkPoint } from "../../clothes/over-coat.ts";
import { lerp } from "../../geometry/curve.ts";
import { column } from "../../geometry/loft.ts";
import type { Bind, Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { bySide, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, stripes } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { paintCrest } from "./crest.ts";
import { IVORY, PLUM, PLUM_DEEP, SEA } from "./dyes.ts";

/** The haori's rings, from collar to hem. */
export const HAORI = column(
  [
    [0.992, 0.05, 0.044, 0.054],
    [0.968, 0.07, 0.056, 0.064],
    [0.94, 0.096, 0.066, 0.074],
    [0.9, 0.114, 0.08, 0.086],
    [0.8, 0.122, 0.094, 0.094],
    [0.68, 0.13, 0.106, 0.104],
    [0.56, 0.148, 0.122, 0.122],
    [0.44, 0.166, 0.136, 0.138],
    [0.34, 0.178, 0.146, 0.15],
  ],
  2.3,
);

/** Her family's crest below the collar: three feathers in a ring. */
export function crest(atlas: Atlas, bind: Bind): Surface {
  const picture = atlas.picture(64, 64, paintCrest);
  return overlay({
    ring: HAORI,
    angles: [167, 193],
    from: () => 0.3,
    to: () => 0.4,
    off: [0.004, 0.004],
    segments: [6, 4],
    paint: (u, v) => picture(u, v),
    bind,
  });
}

/** The band along the haori's open edge. */
export const lapel = (paint: Ramp, bind: Bind): Surface =>
  overlay({
    ring: HAORI,
    angles: [17, 29],
    from: () => 0,
    to: () => 1.0,
    off: [0.006, 0.006],
    segments: [3, 18],
    paint: lengthwise(paint),
    bind,
  });

/** The left sleeve, wide at the hand. */
export function sleeve(build: Build, atlas: Atlas): Surface {
  const x = armPlaces(build);
  const paint = stripes(atlas, [
    [0.8, PLUM],
    [0.84, ["f3dcb4", "c9a79e"]],
    [0.93, PLUM_DEEP],
    [0.97, IVORY],
    [1, SEA],
  ]);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.05],
      [x.upperArm + 0.03, 0.05],
      [x.lowerArm - 0.02, 0.053, 0.056],
      [x.lowerArm + 0.06, 0.06, 0.072],
      [x.hand - 0.03, 0.066, 0.09],
      [x.hand - 0.012, 0.068, 0.094],
      [x.hand - 0.014, 0.058, 0.082],
      [x.hand - 0.03, 0.04, 0.055],
      [x.hand - 0.06, 0.02, 0.02],
    ],
    paint: (u, v, at) =>
      v > 0.78 ? plain(paint, 0.99)(u, v, at) : bySide(paint, x.upperArm, x.hand - 0.01)(u, v, at),
    start: 0.048,
    segments: [14, 14],
  });
}

/** The haori's cord hangs from both lapels and meets in the middle. */
export const himo = () =>
  bothSprings({
    name: "leftTassel",
    parent: "chest",
    points: [
      trunkPoint(HAORI, 3, 0.47, 0.01),
      trunkPoint(HAORI, 4, 0.53, 0.014),
      trunkPoint(HAORI, 5, 0.6, 0.014),
    ],
    stiffness: 0.5,
    gravity: 0.15,
    drag: 0.35,
    radius: 0.006,
    avoids: ["body"],
  });

/** The left half of the cord with its tassel. */
export function cordHalf(spring: Spring, paint: Ramp): Surface {
  return lock({
    at: (t) => trunkPoint(HAORI, 2 + 3 * t, lerp(0.46, 0.6, t), 0.01),
    around: [0, 0.75, 0],
    width: 0.008,
    flat: 0.9,
    profile: [
      [0, 0.5],
      [0.5, 0.5],
      [0.6, 1],
      [0.95, 1.1],
      [1, 0.9],
    ],
    segments: [6, 6],
    paint: plain(paint),
    bind: alongSpring(spring),
  });
}
