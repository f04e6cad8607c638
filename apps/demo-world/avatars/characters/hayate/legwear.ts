import { leftLeg } from "../../body/limbs.ts";
import { leftShoe } from "../../body/shoe.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, stripes, swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import { CORAL, NAVY, SAND, WHITE } from "./dyes.ts";

/** The left sock. */
export function sock(build: Build, white: Ramp): Surface {
  return leftLeg(build, {
    keys: [
      [0.17, 0.041],
      [0.172, 0.046],
      [0.15, 0.046],
      [0.1, 0.042],
      [0.06, 0.038],
    ],
    paint: plain(white),
    segments: [12, 8],
  });
}

/** The left running shoe. */
export function shoe(build: Build, atlas: Atlas): Surface {
  const upper = stripes(atlas, [
    [0.22, CORAL],
    [0.3, WHITE],
    [0.42, NAVY],
    [0.5, WHITE],
    [0.58, NAVY],
    [1, WHITE],
  ]);
  return leftShoe(build, {
    half: 0.046,
    toe: 0.054,
    sole: 0.02,
    upper,
    rim: swatch(atlas, SAND),
  });
}

/** Bare knees between shorts and socks. */
export function bareLegs(build: Build, skin: Ramp): Surface {
  return bothSides(
    leftLeg(build, {
      keys: [
        [0.5, 0.056],
        [0.42, 0.053],
        [0.345, 0.05],
        [0.27, 0.05],
        [0.2, 0.045],
        [0.12, 0.036],
      ],
      paint: (_u, _v, [, y]) => skin(0.2 + 0.6 * Math.exp(-(((y - 0.345) / 0.04) ** 2))),
      segments: [12, 10],
    }),
  );
}
