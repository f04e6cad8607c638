import { leftArm, leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bindTorso } from "../../body/torso.ts";
import { overlay, trunk, trunkPoint } from "../../clothes/over-coat.ts";
import { pleatedSkirt } from "../../clothes/pleated-skirt.ts";
import { lerp } from "../../geometry/curve.ts";
import { ball, column } from "../../geometry/loft.ts";
import { type Bind, bothSides, join, type Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { byAngle } from "../../hair/on-head.ts";
import { bySide, lengthwise, plain } from "../../paint/along.ts";
import { type Atlas, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { type Dye, type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { paintCrest } from "./crest.ts";
import { paintWaves } from "./waves.ts";

const PLUM: Dye = ["7a4a86", "56356e"];
const PLUM_DEEP: Dye = ["5b3a78", "402b60"];
const IVORY: Dye = ["fbf1e0", "dacbcd"];
const SEA: Dye = ["a9d6d2", "7fadb8"];
const GOLD: Dye = ["f6cf7e", "cf9c5e"];

const KIMONO = column(
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

const HAORI = column(
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

const AROUND = { legs: 0.95, hem: 0.36 };

/** A kimono the colour of shallow water, and a haori with waves at its hem. */
export function otohaClothes(build: Build, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const bind = bindTorso(build, AROUND);
  const waves = atlas.picture(
    300,
    140,
    paintWaves(
      tone(hex(PLUM[0]), hex(PLUM[1])),
      tone(hex(PLUM_DEEP[0]), hex(PLUM_DEEP[1])),
      tone(hex("f3dcb4"), hex("c9a79e")),
      0.62,
      0.52,
    ),
  );
  const band = swatch(atlas, ["4c3068", "37244f"], ["5d3d78", "422c5c"]);
  const gold = swatch(atlas, GOLD);
  const cords = himo();
  const cloth = swatch(atlas, ["cfe8e0", "a3c3c8"]);
  return {
    springs: cords,
    parts: [
      trunk({ ring: KIMONO, paint: plain(cloth), bind, segments: [24, 9] }),
      hakama(build, atlas),
      overlay({
        ring: HAORI,
        angles: [22, 338],
        from: () => 0,
        to: () => 1,
        off: [0.002, 0.002],
        segments: [30, 14],
        paint: (u, v) => waves(u, v),
        bind,
      }),
      crest(atlas, bind),
      bothSides(lapel(band, bind)),
      overlay({
        ring: KIMONO,
        angles: [-42, 42],
        from: () => 0,
        to: byAngle([
          [0, 0.36],
          [42, 0.02],
        ]),
        off: [0.001, 0.001],
        segments: [10, 3],
        paint: plain(swatch(atlas, ["fbdcc8", "e6b0a2"])),
        bind,
      }),
      ...neckline(atlas),
      ...obi(atlas, bind),
      bothSides(sleeve(build, atlas)),
      ball(trunkPoint(HAORI, 0, 0.46, 0.004), [0.011, 0.011, 0.009], [10, 6], {
        paint: plain(gold),
        bind: rigid("chest"),
      }),
      bothSides(cordHalf(cords[0], gold)),
      bothSides(foot(build, atlas)),
    ],
  };
}

/** A wide pleated hakama: one can stride in it. */
function hakama(build: Build, atlas: Atlas): Surface {
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

/** Her family's crest below the collar: three feathers in a ring. */
function crest(atlas: Atlas, bind: Bind): Surface {
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
const lapel = (paint: Ramp, bind: Bind): Surface =>
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

/** Collars, one over the other, the left over the right. */
function neckline(atlas: Atlas): Surface[] {
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
function obi(atlas: Atlas, bind: Bind): Surface[] {
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

function sleeve(build: Build, atlas: Atlas): Surface {
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
const himo = () =>
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

function cordHalf(spring: Spring, paint: Ramp): Surface {
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

/** White tabi in sandals. */
function foot(build: Build, atlas: Atlas): Surface {
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
