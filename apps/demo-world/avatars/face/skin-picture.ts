import { smoothstep } from "../geometry/curve.ts";
import { blendTones, type Tone } from "../paint/atlas.ts";
import type { EyeShape } from "./eye-shape.ts";
import { type HeadShape, headPoint } from "./head-shape.ts";

/** The colours of a face's skin. */
export interface SkinTones {
  skin: Tone;
  blush: Tone;
  /** How strong the blush is, from 0 to 1. */
  rosy: number;
}

const bell = (x: number, y: number) => Math.exp(-(x * x + y * y));

/**
 * Paints the skin around the head: rosy cheeks under the eyes, a touch on the nose. Across is around
 * the head from the back's middle, down is from crown to chin.
 */
export function paintSkin(head: HeadShape, eye: EyeShape, { skin, blush, rosy }: SkinTones) {
  const width = head.half[0];
  return (across: number, down: number): Tone => {
    const [x, y, z] = headPoint(head, across, down);
    if (z < head.centre[2]) return skin;
    const cheekY = eye.y - eye.half[1] * 1.28;
    const cheek = bell(
      (Math.abs(x) - eye.x * 1.12) / (0.24 * width),
      (y - cheekY) / (0.15 * width),
    );
    const nose = 0.35 * bell(x / (0.09 * width), (y - eye.y + eye.half[1] * 0.95) / (0.06 * width));
    const chin = 0.25 * smoothstep(0.93, 1, down);
    return blendTones(skin, blush, Math.min(1, rosy * (cheek * 0.8 + nose) + chin));
  };
}
