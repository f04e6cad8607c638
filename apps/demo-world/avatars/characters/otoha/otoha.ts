import { ears } from "../../face/head.ts";
import type { Figure } from "../../figure.ts";
import { join } from "../../geometry/surface.ts";
import { createAtlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import { paintFace } from "../../palette.ts";
import { person } from "../person.ts";
import { otohaClothes } from "./clothes.ts";
import { glasses } from "./glasses.ts";
import { silverBun } from "./hair.ts";
import { OTOHA } from "./measures.ts";

/** Otoha ("sound of feathers"): she has seen every exhibition, and goes again. */
export function otoha(): Figure {
  const { build, head, eye } = OTOHA;
  const atlas = createAtlas();
  const face = paintFace(atlas, head, eye, {
    skin: hex("fbdcc8"),
    skinShade: hex("e6b0a2"),
    blush: hex("f69a8e"),
    blushShade: hex("dc8584"),
    rosy: 0.55,
    iris: {
      top: hex("3c2c5c"),
      middle: hex("7a5aa8"),
      bottom: hex("cfa8e8"),
      pupil: hex("231a38"),
    },
    lash: hex("4a4058"),
    brow: hex("9a92ac"),
    lip: hex("b4525a"),
  });
  const hair = silverBun(head, atlas);
  const clothes = otohaClothes(build, atlas);
  return {
    id: "otoha",
    nameEn: "Otoha",
    nameJa: "おとは",
    build,
    head: [head.centre[1] + head.half[1] + 0.1, head.centre[1] - head.half[1]],
    eye: [eye.x * 0.4, eye.y, head.centre[2]],
    surface: join([
      ...person(OTOHA, face),
      ears(head, 1.12, 0.028, face.skin),
      ...glasses(head, eye, swatch(atlas, ["e9b95c", "b98a4c"])),
      ...hair.parts,
      ...clothes.parts,
    ]),
    springs: [...hair.springs, ...clothes.springs],
    colliders: [
      { group: "head", bone: "head", offset: [0, 0.13, 0], radius: 0.13 },
      { group: "body", bone: "chest", offset: [0, 0, 0.01], tail: [0, 0.14, 0], radius: 0.09 },
    ],
    atlas,
    backdrop: ["e2d6f0", "fbf5f4"],
  };
}
