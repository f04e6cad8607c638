import type { Figure } from "../../figure.ts";
import { join } from "../../geometry/surface.ts";
import { createAtlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { paintFace } from "../../palette.ts";
import { person } from "../person.ts";
import { nagiClothes } from "./clothes.ts";
import { bob } from "./hair.ts";
import { NAGI } from "./measures.ts";
import { trimmings } from "./trimmings.ts";

/** Nagi ("calm sea"): a student with a bob and a sailor coat. */
export function nagi(): Figure {
  const { build, head, eye } = NAGI;
  const atlas = createAtlas();
  const face = paintFace(atlas, head, eye, {
    skin: hex("ffe3d0"),
    skinShade: hex("f4b9ab"),
    blush: hex("ff9f93"),
    blushShade: hex("ee8a88"),
    rosy: 0.62,
    iris: {
      top: hex("14405a"),
      middle: hex("1f7f98"),
      bottom: hex("7fe0d2"),
      pupil: hex("0c2436"),
    },
    lash: hex("3a2430"),
    brow: hex("7a4a40"),
    lip: hex("a14b4a"),
  });
  const hair = bob(head, atlas);
  const extras = trimmings(head, atlas);
  return {
    id: "nagi",
    nameEn: "Nagi",
    nameJa: "なぎ",
    build,
    head: [head.centre[1] + head.half[1] + 0.02, head.centre[1] - head.half[1]],
    eye: [eye.x * 0.4, eye.y, head.centre[2]],
    surface: join([
      ...person(NAGI, face),
      ...hair.parts,
      ...nagiClothes(build, atlas),
      ...extras.parts,
    ]),
    springs: [...hair.springs, ...extras.springs],
    colliders: [
      { group: "head", bone: "head", offset: [0, 0.13, 0], radius: 0.135 },
      { group: "body", bone: "chest", offset: [0, 0.02, 0.01], tail: [0, 0.16, 0], radius: 0.085 },
    ],
    atlas,
    backdrop: ["bfe8ee", "f6fbf4"],
  };
}
