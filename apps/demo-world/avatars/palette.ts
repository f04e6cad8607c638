import type { EyePaint } from "./face/eye.ts";
import type { EyeShape } from "./face/eye-shape.ts";
import type { SkinPaint } from "./face/head.ts";
import { type HeadShape, headPoint } from "./face/head-shape.ts";
import { type IrisColours, paintIris } from "./face/iris-picture.ts";
import type { MouthPaint } from "./face/mouth.ts";
import { paintSkin } from "./face/skin-picture.ts";
import type { Vector } from "./geometry/vector.ts";
import { type Atlas, type Tone, tone } from "./paint/atlas.ts";
import { blend, type Colour, hex } from "./paint/colour.ts";

/** The colours of a face. */
export interface FaceColours {
  skin: Colour;
  skinShade: Colour;
  blush: Colour;
  blushShade: Colour;
  rosy: number;
  /** What ears, knees and fingertips turn to; the blush where absent. */
  warm?: readonly [lit: Colour, shade: Colour];
  iris: IrisColours;
  lash: Colour;
  brow: Colour;
  lip: Colour;
}

export interface FacePaint {
  skin: SkinPaint;
  eye: EyePaint;
  mouth: MouthPaint;
}

/** Paints what every face has into the atlas. */
export function paintFace(
  atlas: Atlas,
  head: HeadShape,
  eye: EyeShape,
  colours: FaceColours,
  /** Paints what only this face has over the skin. */
  over: (skin: Tone, at: Vector) => Tone = (skin) => skin,
): FacePaint {
  const { skin, skinShade, blush, blushShade, rosy } = colours;
  const [warm, warmShade] = colours.warm ?? [blush, blushShade];
  const plainSkin = paintSkin(head, eye, {
    skin: tone(skin, skinShade),
    blush: tone(blush, blushShade),
    rosy,
  });
  const face = (across: number, down: number) =>
    over(plainSkin(across, down), headPoint(head, across, down));
  return {
    skin: {
      face: atlas.picture(200, 160, face),
      body: atlas.ramp([
        [0, skin, skinShade],
        [1, blend(skin, warm, 0.55), blend(skinShade, warmShade, 0.55)],
      ]),
    },
    eye: {
      white: atlas.ramp([
        [0, hex("ffffff"), hex("ece9f5")],
        [0.55, hex("fbfbff"), hex("e4e2f2")],
        [1, hex("c9cfe6"), hex("b9bcd8")],
      ]),
      iris: atlas.picture(96, 96, paintIris(colours.iris)),
      lash: atlas.ramp([
        [0, colours.lash],
        [0.9, colours.lash],
        [1, blend(colours.lash, colours.skinShade, 0.35)],
      ]),
      brow: plainRamp(atlas, colours.brow),
    },
    mouth: {
      inside: atlas.ramp([
        [0, hex("f09a94"), hex("d97f83")],
        [0.42, hex("e8837f"), hex("cf6f76")],
        [0.56, hex("a63f4a"), hex("92374a")],
        [1, hex("8c3140"), hex("7b2a3d")],
      ]),
      line: plainRamp(atlas, colours.lip),
    },
  };
}

const plainRamp = (atlas: Atlas, colour: Colour) =>
  atlas.ramp([
    [0, colour],
    [1, colour],
  ]);
