import { ears } from "../../face/head.ts";
import type { Figure } from "../../figure.ts";
import { join } from "../../geometry/surface.ts";
import { createAtlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { paintFace } from "../../palette.ts";
import { person } from "../person.ts";
import { hayateClothes } from "./clothes.ts";
import { windswept } from "./hair.ts";
import { bareLegs } from "./legwear.ts";
import { HAYATE } from "./measures.ts";

/** Hayate ("gale"): a boy who has run all the way, in a windbreaker. */
export function hayate(): Figure {
  const { build, head, eye } = HAYATE;
  const atlas = createAtlas();
  const face = paintFace(atlas, head, eye, {
    skin: hex("f8cfae"),
    skinShade: hex("dd9d86"),
    blush: hex("f38d72"),
    blushShade: hex("d57564"),
    rosy: 0.5,
    iris: {
      top: hex("5a2a14"),
      middle: hex("b8682a"),
      bottom: hex("ffc766"),
      pupil: hex("35150c"),
    },
    lash: hex("24263c"),
    brow: hex("23395c"),
    lip: hex("93443c"),
  });
  const hair = windswept(head, atlas);
  const clothes = hayateClothes(build, atlas, [bareLegs(build, face.skin.body)]);
  return {
    id: "hayate",
    nameEn: "Hayate",
    nameJa: "はやて",
    build,
    head: [head.centre[1] + head.half[1] + 0.05, head.centre[1] - head.half[1]],
    eye: [eye.x * 0.4, eye.y, head.centre[2]],
    surface: join([
      ...person(HAYATE, face),
      ears(head, 1.205, 0.032, face.skin),
      ...hair.parts,
      ...clothes.parts,
    ]),
    springs: [...hair.springs, ...clothes.springs],
    colliders: [
      { group: "head", bone: "head", offset: [0, 0.13, 0], radius: 0.135 },
      { group: "body", bone: "chest", offset: [0, 0.02, 0.01], tail: [0, 0.16, 0], radius: 0.095 },
    ],
    atlas,
    backdrop: ["ffe2c4", "fff6e8"],
  };
}
