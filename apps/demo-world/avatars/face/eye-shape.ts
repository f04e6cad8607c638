import { lerp } from "../geometry/curve.ts";
import type { FacePose } from "./face-pose.ts";

/** The left eye, in metres, seen from the front. */
export interface EyeShape {
  x: number;
  y: number;
  /** Half its width and height. */
  half: readonly [number, number];
  /** How much higher the outer corner is than the inner one. */
  tilt: number;
  /** Half the iris's width and height. */
  iris: readonly [number, number];
  /** The upper lash's thickness, and how far it reaches past the outer corner, in half widths. */
  lash: number;
  flick: number;
  /** The brow: how far above the eye, its half length, thickness, and how much it bends. */
  brow: { up: number; half: number; thick: number; bend: number; slant: number };
}

/** The lids' heights above the eye's middle at a place from −1 (inner corner) to 1 (outer). */
export interface Lids {
  upper: number;
  lower: number;
}

/** How the left eye's lids lie in a pose. */
export function lidsAt({ half: [, b], tilt }: EyeShape, pose: FacePose, place: number): Lids {
  const s = Math.min(1, Math.abs(place));
  const bow = 1 - s * s;
  const corner = (tilt / 2) * place;
  const upper = corner + b * (1 - s ** 2.3) ** 0.6;
  const lower = corner - b * 0.92 * (1 - s ** 2.8) ** 0.72;
  const shut = lerp(-0.42 * b - 0.2 * b * bow, -0.25 * b + 0.42 * b * bow, pose.arch) + corner;
  const inward = (1 - place) / 2;
  const fall =
    pose.glare > 0 ? pose.glare * b * 0.55 * inward : -pose.glare * b * 0.5 * (1 - inward);
  const opened = lerp(shut, upper, pose.openLeft) - fall * pose.openLeft;
  const raised = lerp(shut, lerp(lower, shut, pose.cheek), Math.min(1, pose.openLeft * 1.2));
  return { upper: Math.max(raised, opened), lower: raised };
}
