import { leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bindTorso } from "../../body/torso.ts";
import { trunk, trunkPoint } from "../../clothes/over-coat.ts";
import { pleatedSkirt } from "../../clothes/pleated-skirt.ts";
import { ball } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { byHeight, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { stripes, swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import { backBelt, COAT, collar, placket, pocket, sleeve } from "./coat.ts";
import { CREAM, CREAM_LOW, NAVY, SKIN, WHITE } from "./dyes.ts";

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
