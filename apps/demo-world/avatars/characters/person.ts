import { leftHand } from "../body/hand.ts";
import { bindTorso } from "../body/torso.ts";
import { FRONT } from "../clothes/over-coat.ts";
import { eyes } from "../face/eye.ts";
import type { EyeShape } from "../face/eye-shape.ts";
import { headSkin, nose } from "../face/head.ts";
import type { HeadShape } from "../face/head-shape.ts";
import { type MouthShape, mouth } from "../face/mouth.ts";
import { column, loft } from "../geometry/loft.ts";
import { bothSides, type Surface } from "../geometry/surface.ts";
import { plain } from "../paint/along.ts";
import type { FacePaint } from "../palette.ts";
import type { Build } from "../rig/build.ts";

/** What a figure is measured by. */
export interface Measures {
  build: Build;
  head: HeadShape;
  eye: EyeShape;
  mouth: MouthShape;
  /** The nose's height and size. */
  nose: readonly [y: number, size: number];
}

/** Head, face, neck and hands: what everyone has in common. */
export function person(
  { build, head, eye, mouth: lips, nose: [y, size] }: Measures,
  paint: FacePaint,
): Surface[] {
  const { neck, head: top } = build;
  return [
    headSkin(head, paint.skin),
    nose(head, y, size, paint.skin),
    eyes(head, eye, paint.eye),
    mouth(head, lips, paint.mouth),
    loft({
      ring: column([
        [neck - 0.03, 0.045, 0.042, 0.042],
        [neck + 0.03, 0.04, 0.038, 0.04],
        [top + 0.02, 0.042, 0.04, 0.044, 0.004],
      ]),
      front: FRONT,
      segments: [12, 3],
      paint: plain(paint.skin.body, 0.6),
      bind: bindTorso(build),
    }),
    bothSides(leftHand(build, paint.skin)),
  ];
}
