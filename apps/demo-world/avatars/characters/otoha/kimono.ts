import { leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bindTorso } from "../../body/torso.ts";
import { overlay, trunkPoint } from "../../clothes/over-coat.ts";
import { pleatedSkirt } from "../../clothes/pleated-skirt.ts";
import { lerp } from "../../geometry/curve.ts";
import { column } from "../../geometry/loft.ts";
import { type Bind, join, type Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import { rigid } from "../../rig/weights.ts";

/** The kimono's rings, from collar to below the sash. */
export const KIMONO = column(
  [
    [0.988, 0.042, 0.04, 0.046],
    [0.96, 0.062, 0.054, 0.058],
    [0.9, 0.1, 0.074, 0.076],
    [0.8, 0.106, 0.084, 0.082],
    [0.7, 0.106, 0.086, 0.084],
    [0.62, 0.112, 0.092, 0.09],
  ],
  2.3,
);

/** How the legs take hakama and haori along. */
export const AROUND = { legs: 0.95, hem: 0.36 };

/** A wide pleated hakama: one can stride in it. */
export function hakama(build: Build, atlas: Atlas): Surface {
  const paint = stripes(atlas, [
    [0.82, ["4fa3a8", "357887"]],
    [0.845, ["f3dcb4", "c9a79e"]],
    [1, ["43949c", "2f6f80"]],
  ]);
  return pleatedSkirt({
    top: 0.7,
    hem: 0.075,
    from: [0.104, 0.086],
    to: [0.17, 0.146],
    pleats: 12,
    fold: 0.02,
    paint: lengthwise(paint),
    bind: bindTorso(build, AROUND),
  });
}

/** Collars, one over the other, the left over the right. */
export function neckline(atlas: Atlas): Surface[] {
  const white = swatch(atlas, ["ffffff", "dcd8e6"]);
  const sea = swatch(atlas, ["8cc4c6", "6a9cac"]);
  const strip = (from: number, to: number, off: number, width: number, paint: Ramp): Surface =>
    lock({
      at: (t) => trunkPoint(KIMONO, lerp(from, to, t), lerp(0, 0.58, t), off),
      around: [0, 0.87, 0],
      width,
      flat: 0.22,
      profile: [
        [0, 1],
        [1, 1],
      ],
      segments: [6, 8],
      paint: plain(paint),
      bind: rigid("chest"),
    });
  return [
    strip(-78, 16, 0.002, 0.014, white),
    strip(78, -16, 0.004, 0.014, white),
    strip(-88, 8, 0.001, 0.017, sea),
    strip(88, -26, 0.003, 0.017, sea),
  ];
}

/** The sash with its cord. */
export function obi(atlas: Atlas, bind: Bind): Surface[] {
  const sash = stripes(atlas, [
    [0.42, ["f0c77a", "c8985f"]],
    [0.58, ["e86a5c", "bd4a55"]],
    [1, ["f0c77a", "c8985f"]],
  ]);
  const belt = overlay({
    ring: KIMONO,
    angles: [-100, 100],
    from: () => 0.56,
    to: () => 0.86,
    off: [0.008, 0.008],
    segments: [20, 3],
    paint: lengthwise(sash),
    bind,
  });
  return [belt];
}

/** White tabi in sandals. */
export function foot(build: Build, atlas: Atlas): Surface {
  const tabi = swatch(atlas, ["ffffff", "d9d6e6"]);
  const shoe = leftShoe(build, {
    half: 0.039,
    toe: 0.043,
    sole: 0.017,
    upper: tabi,
    rim: swatch(atlas, ["a8405a", "7c3450"]),
  });
  const ankle = leftLeg(build, {
    keys: [
      [0.2, 0.038],
      [0.12, 0.035],
      [0.05, 0.034],
    ],
    paint: plain(tabi),
    segments: [10, 4],
  });
  return join([shoe, ankle]);
}
