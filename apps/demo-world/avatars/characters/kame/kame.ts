import { leftHand } from "../../body/hand.ts";
import { eyes } from "../../face/eye.ts";
import { headSkin } from "../../face/head.ts";
import { onFace } from "../../face/head-shape.ts";
import { mouth } from "../../face/mouth.ts";
import type { Figure } from "../../figure.ts";
import { smoothstep } from "../../geometry/curve.ts";
import { ball } from "../../geometry/loft.ts";
import { bothSides, join, type Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { lock } from "../../hair/lock.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import { type Atlas, blendTones, createAtlas, type Tone, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import { paintFace } from "../../palette.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { kameBody } from "./body.ts";
import { KAME } from "./measures.ts";
import { shell } from "./shell.ts";

/** Kame ("turtle"): the one who knows the way to the palace. */
export function kame(): Figure {
  const { build, head, eye } = KAME;
  const atlas = createAtlas();
  const face = paintFace(
    atlas,
    head,
    eye,
    {
      skin: hex("98d8a4"),
      skinShade: hex("68b092"),
      blush: hex("ff9d90"),
      blushShade: hex("dd8d85"),
      rosy: 0.85,
      warm: [hex("c9eb9e"), hex("8cc08a")],
      iris: {
        top: hex("3a2418"),
        middle: hex("6a4226"),
        bottom: hex("c08a4a"),
        pupil: hex("1c100c"),
      },
      lash: hex("2c4a44"),
      brow: hex("4b9277"),
      lip: hex("3f7a63"),
    },
    markings,
  );
  const body = kameBody(build, atlas, face.skin);
  const sprout = seaweed(atlas);
  return {
    id: "kame",
    nameEn: "Kame",
    nameJa: "かめ",
    build,
    head: [head.centre[1] + head.half[1] + 0.06, head.centre[1] - head.half[1]],
    eye: [eye.x * 0.4, eye.y, head.centre[2]],
    surface: join([
      headSkin(head, face.skin),
      eyes(head, eye, face.eye),
      mouth(head, KAME.mouth, face.mouth),
      nostrils(atlas),
      bothSides(leftHand(build, face.skin)),
      ...body.parts,
      ...shell(atlas),
      ...sprout.parts,
    ]),
    springs: [...body.springs, ...sprout.springs],
    colliders: [
      { group: "head", bone: "head", offset: [0, 0.14, 0.02], radius: 0.15 },
      { group: "body", bone: "chest", offset: [0, -0.04, 0], tail: [0, 0.08, 0], radius: 0.14 },
    ],
    atlas,
    backdrop: ["bfe9d6", "f4fbee"],
  };
}

/** A pale beak, and darker patches on the crown. */
function markings(skin: Tone, [x, y, z]: Vector): Tone {
  const beak =
    z > 0.05 ? 1 - smoothstep(0.75, 1.15, Math.hypot(x / 0.095, (y - 0.806) / 0.062)) : 0;
  const patches = CROWN.map(([px, pz, size]) => Math.hypot(x - px, z - pz) / size);
  const patch = y > 0.93 ? 1 - smoothstep(0.8, 1, Math.min(...patches)) : 0;
  return blendTones(blendTones(skin, BEAK, 0.6 * beak), PATCH, 0.5 * patch);
}

const BEAK = tone(hex("d5efad"), hex("9fc79a"));
const PATCH = tone(hex("5fb58c"), hex("428c7c"));
const CROWN = [
  [0.055, 0.05, 0.03],
  [-0.05, 0.055, 0.036],
  [0.0, 0.0, 0.034],
  [-0.085, -0.02, 0.03],
  [0.085, -0.03, 0.036],
  [0.02, -0.09, 0.034],
  [-0.06, -0.1, 0.028],
] as const;

function nostrils(atlas: Atlas): Surface {
  return bothSides(
    ball(onFace(KAME.head, 0.014, 0.862, -0.001), [0.0042, 0.003, 0.003], [8, 5], {
      paint: plain(swatch(atlas, ["4f9078", "3f7a6a"])),
      bind: rigid("head"),
    }),
  );
}

/** Two leaves of seaweed that grew on his head. */
function seaweed(atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const leaf = swatch(atlas, ["2f9d7f", "1f7a70"], ["8fe0a6", "58b090"]);
  const springs: Spring[] = [
    ["sprout-0", 1],
    ["sprout-1", -0.8],
  ].map(([name, side]) => ({
    name: String(name),
    parent: "head",
    points: [
      [0, 1.03, 0.01],
      [0.028 * Number(side), 1.075, 0.008],
      [0.07 * Number(side), 1.09, 0.01],
    ],
    stiffness: 1.1,
    gravity: 0,
    drag: 0.3,
    radius: 0.01,
    avoids: [],
  }));
  const parts = springs.map((spring, i) => {
    const side = i === 0 ? 1 : -0.8;
    return lock({
      at: (t) => [0.07 * side * t ** 1.2, 1.028 + (0.1 * t - 0.035 * t * t) * (1 - 0.12 * i), 0.01],
      around: [0, 1.05, -0.4],
      width: 0.024,
      flat: 0.3,
      profile: [
        [0, 0.22],
        [0.35, 0.5],
        [0.7, 1],
        [0.9, 0.75],
        [1, 0.05],
      ],
      paint: lengthwise(leaf),
      bind: alongSpring(spring),
      segments: [8, 9],
    });
  });
  return { parts, springs };
}
