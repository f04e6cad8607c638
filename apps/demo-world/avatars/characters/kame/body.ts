import { bindTorso } from "../../body/torso.ts";
import { trunk } from "../../clothes/over-coat.ts";
import type { SkinPaint } from "../../face/head.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { swatch } from "../../paint/swatch.ts";
import type { Build } from "../../rig/build.ts";
import type { Spring } from "../../rig/springs.ts";
import { BELLY, paintBelly, straps } from "./belly.ts";
import { arm, foot, leg, tail, toe } from "./limbs.ts";
import { scarfParts } from "./scarf.ts";

/** A round belly with pale plates, thick limbs, and a scarf. */
export function kameBody(
  build: Build,
  atlas: Atlas,
  skin: SkinPaint,
): { parts: Surface[]; springs: Spring[] } {
  const bind = bindTorso(build, { legs: 0.3, hem: 0.22 });
  const front = atlas.picture(128, 96, paintBelly);
  const claw = swatch(atlas, ["fff2cf", "d9c2a4"]);
  const scarf = scarfParts(atlas);
  return {
    springs: scarf.springs,
    parts: [
      trunk({
        ring: BELLY,
        paint: (u, v) => front(u, v),
        bind,
        segments: [32, 16],
      }),
      bothSides(arm(build, skin)),
      bothSides(leg(build, skin)),
      bothSides(foot(build, skin)),
      ...[-1, 0, 1].map((i) => bothSides(toe(build, i, claw))),
      tail(skin),
      ...straps(atlas),
      ...scarf.parts,
    ],
  };
}
