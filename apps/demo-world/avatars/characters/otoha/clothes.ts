import { bindTorso } from "../../body/torso.ts";
import { overlay, trunk, trunkPoint } from "../../clothes/over-coat.ts";
import { ball } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { byAngle } from "../../hair/on-head.ts";
import { plain } from "../../paint/along.ts";
import { type Atlas, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import type { Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { GOLD, PLUM, PLUM_DEEP } from "./dyes.ts";
import { cordHalf, crest, HAORI, himo, lapel, sleeve } from "./haori.ts";
import { AROUND, foot, hakama, KIMONO, neckline, obi } from "./kimono.ts";
import { paintWaves } from "./waves.ts";

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
