import { join, type Surface, type Uv } from "../geometry/surface.ts";
import { rigid } from "../rig/weights.ts";
import { facePart } from "./face-part.ts";
import type { FacePose } from "./face-pose.ts";
import { type HeadShape, onFace } from "./head-shape.ts";

/** The mouth: its height, half its width, and its line's thickness, in metres. */
export interface MouthShape {
  y: number;
  half: number;
  line: number;
}

export interface MouthPaint {
  /** Inside, from the tongue up to the teeth. */
  inside: (t: number) => Uv;
  line: (t: number) => Uv;
}

const LIFT = { inside: 0.001, line: 0.0018 };

/** A mouth that smiles a little at rest, with its inside and its line. */
export function mouth(head: HeadShape, shape: MouthShape, paint: MouthPaint): Surface {
  const point = (pose: FacePose, s: number, part: number, lift: number) => {
    const { upper, lower } = lips(shape, pose, s);
    return onFace(head, s * shape.half * pose.wide, shape.y + lower + (upper - lower) * part, lift);
  };
  const inside = facePart(head, (pose, u, v) => point(pose, 2 * u - 1, v, LIFT.inside), [14, 4], {
    paint: (_u, v) => paint.inside(v),
    bind: rigid("head"),
  });
  const line = (part: 0 | 1, size: number) =>
    facePart(
      head,
      (pose, u, v) => {
        const s = 2 * u - 1;
        const [x, y] = point(pose, s, part, 0);
        const thick = shape.line * size * (0.35 + 0.65 * Math.sqrt(1 - s * s));
        return onFace(head, x, y + thick * (v - 0.5), LIFT.line);
      },
      [14, 1],
      { paint: (u) => paint.line(u), bind: rigid("head") },
    );
  return join([inside, line(0, 0.7), line(1, 1)]);
}

/** The lips' heights above the mouth's middle at a place from −1 to 1. */
function lips({ half }: MouthShape, pose: FacePose, s: number) {
  const bow = Math.sqrt(Math.max(0, 1 - s * s));
  const base = pose.smile * half * 0.85 * (s * s - 0.4);
  const gape = pose.gape * half * 1.5;
  return {
    upper: base + gape * pose.round * 0.5 * bow,
    lower: base - gape * (1 - pose.round * 0.5) * bow ** (0.7 + 0.3 * pose.round),
  };
}
