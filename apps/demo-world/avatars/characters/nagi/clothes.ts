import { leftArm, leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bindTorso } from "../../body/torso.ts";
import { overlay, trunk, trunkPoint } from "../../clothes/over-coat.ts";
import { pleatedSkirt } from "../../clothes/pleated-skirt.ts";
import { ball, column } from "../../geometry/loft.ts";
import { type Bind, bothSides, type Surface } from "../../geometry/surface.ts";
import { byAngle } from "../../hair/on-head.ts";
import { byHeight, bySide, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Dye, type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";

const CREAM: Dye = ["fff6e6", "dccdd0"];
const CREAM_LOW: Dye = ["f8ead6", "d3c2c8"];
const NAVY: Dye = ["2a4f7a", "1e345b"];
const WHITE: Dye = ["fffaf0", "d9d3e0"];
const SKIN: Dye = ["ffe0cc", "f2b6a8"];

const COAT = column(
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

/** A cream coat with a sailor collar, a pleated skirt, knee socks and loafers. */
export function nagiClothes(build: Build, atlas: Atlas): Surface[] {
  const bind = bindTorso(build, { legs: 0.85, hem: 0.42 });
  const cream = stripes(atlas, [
    [0.86, CREAM],
    [0.9, NAVY],
    [1, CREAM_LOW],
  ]);
  const gold = swatch(atlas, ["ffdf98", "d9a05c"]);
  return [
    trunk({ ring: COAT, paint: byHeight(cream, 1.04, 0.47), bind, segments: [28, 14] }),
    pleatedSkirt({
      top: 0.56,
      hem: 0.4,
      from: [0.135, 0.115],
      to: [0.186, 0.163],
      pleats: 14,
      fold: 0.015,
      paint: lengthwise(swatch(atlas, ["2b4f78", "1c3157"], ["3a6894", "27446e"])),
      bind: bindTorso(build, { legs: 0.85, hem: 0.42 }),
    }),
    collar(atlas, bind),
    placket(atlas, bind),
    ...backBelt(atlas, bind, gold),
    ...[0.5, 0.6, 0.7, 0.8].map((t) =>
      ball(trunkPoint(COAT, 0, t, 0.005), [0.011, 0.011, 0.006], [10, 6], {
        paint: plain(gold),
        bind,
      }),
    ),
    bothSides(pocket(atlas, bind)),
    bothSides(sleeve(build, atlas)),
    bothSides(leg(build, atlas)),
    bothSides(
      leftShoe(build, {
        half: 0.043,
        toe: 0.05,
        sole: 0.014,
        upper: swatch(atlas, ["8a5038", "68393a"], ["a4643f", "7c463c"]),
        rim: swatch(atlas, ["5b3a34", "463036"]),
      }),
    ),
  ];
}

/** The sailor collar: a square at the back, a V in front, a white line inside its edge. */
function collar(atlas: Atlas, bind: Bind): Surface {
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
function backBelt(atlas: Atlas, bind: Bind, gold: Ramp): Surface[] {
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
function placket(atlas: Atlas, bind: Bind): Surface {
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

function pocket(atlas: Atlas, bind: Bind): Surface {
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

function sleeve(build: Build, atlas: Atlas): Surface {
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

function leg(build: Build, atlas: Atlas): Surface {
  const sock = stripes(atlas, [
    [0.56, SKIN],
    [0.6, WHITE],
    [0.63, NAVY],
    [1, WHITE],
  ]);
  return leftLeg(build, {
    keys: [
      [0.56, 0.062],
      [0.45, 0.06],
      [0.38, 0.053],
      [0.325, 0.049],
      [0.26, 0.05],
      [0.18, 0.045],
      [0.1, 0.036],
      [0.05, 0.034],
    ],
    paint: byHeight(sock, 0.56, 0.04),
    segments: [14, 14],
  });
}
