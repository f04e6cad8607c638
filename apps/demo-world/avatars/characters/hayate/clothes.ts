import { bindTorso } from "../../body/torso.ts";
import { overlay, trunk } from "../../clothes/over-coat.ts";
import { shorts } from "../../clothes/shorts.ts";
import { ball } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { byHeight, lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { stripes, swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import type { Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { CORAL, NAVY, SUN, TEAL, WHITE } from "./dyes.ts";
import { cord, cordEnds, hood } from "./hood.ts";
import { emblem, JACKET, pockets, sleeve } from "./jacket.ts";
import { shoe, sock } from "./legwear.ts";

/** A windbreaker with a hood, shorts, and shoes for running. */
export function hayateClothes(
  build: Build,
  atlas: Atlas,
  skin: Surface[],
): { parts: Surface[]; springs: Spring[] } {
  const bind = bindTorso(build, { legs: 0.3, hem: 0.5 });
  const jacket = stripes(atlas, [
    [0.06, WHITE],
    [0.37, CORAL],
    [0.395, WHITE],
    [0.465, TEAL],
    [0.49, WHITE],
    [0.9, CORAL],
    [1, NAVY],
  ]);
  const white = swatch(atlas, WHITE);
  const navy = swatch(atlas, NAVY);
  const coral = swatch(atlas, CORAL, ["ff9a6c", "dd6c60"]);
  const cords = cord();
  return {
    springs: cords,
    parts: [
      ...skin,
      trunk({ ring: JACKET, paint: byHeight(jacket, 1.075, 0.575), bind, segments: [24, 18] }),
      overlay({
        ring: JACKET,
        angles: [-2.2, 2.2],
        from: () => 0.03,
        to: () => 0.98,
        off: [0.003, 0.003],
        segments: [2, 14],
        paint: plain(navy),
        bind,
      }),
      emblem(atlas, bind),
      ball([0, 1.03, 0.075], [0.008, 0.016, 0.007], [8, 6], {
        paint: plain(swatch(atlas, SUN)),
        bind: rigid("chest"),
      }),
      hood(coral),
      ...pockets(build, white),
      bothSides(cordEnds(cords[0], white)),
      bothSides(sleeve(build, atlas)),
      shorts(build, {
        top: 0.68,
        hem: 0.4,
        wide: 1.12,
        paint: lengthwise(swatch(atlas, NAVY, ["35547e", "283c60"])),
      }),
      bothSides(shoe(build, atlas)),
      bothSides(sock(build, white)),
    ],
  };
}
