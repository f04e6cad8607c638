import { clamp, smoothstep } from "../geometry/curve.ts";
import { join, mirrored, type Surface, type Uv } from "../geometry/surface.ts";
import { rigid } from "../rig/weights.ts";
import { type EyeShape, lidsAt } from "./eye-shape.ts";
import { facePart } from "./face-part.ts";
import { type HeadShape, onFace } from "./head-shape.ts";

/** Where the colours of an eye lie. */
export interface EyePaint {
  /** The white, from bottom to top. */
  white: (t: number) => Uv;
  /** The iris's picture, across and down. */
  iris: (x: number, y: number) => Uv;
  lash: (t: number) => Uv;
  brow: (t: number) => Uv;
}

/** Layers must not flicker through one another, nor stand off the skin when seen from the side. */
const LIFT = { white: 0.001, iris: 0.0028, lash: 0.0042, brow: 0.003 };

/** Both eyes with lashes and brows. */
export function eyes(head: HeadShape, eye: EyeShape, paint: EyePaint): Surface {
  const still = join([
    white(head, eye, paint),
    lash(head, eye, paint),
    lowerLash(head, eye, paint),
    brow(head, eye, paint),
  ]);
  return join([
    still,
    mirrored(still),
    iris(head, eye, (x, y) => paint.iris(x, y)),
    // The light comes from one side: its gleam is not mirrored.
    mirrored(iris(head, eye, (x, y) => paint.iris(1 - x, y))),
  ]);
}

function white(head: HeadShape, eye: EyeShape, paint: EyePaint): Surface {
  return facePart(
    head,
    (pose, u, v) => {
      const s = 2 * u - 1;
      const { upper, lower } = lidsAt(eye, pose, s);
      return onFace(head, eye.x + s * eye.half[0], eye.y + lower + (upper - lower) * v, LIFT.white);
    },
    [12, 2],
    { paint: (_u, v) => paint.white(v), bind: rigid("head") },
  );
}

function iris(head: HeadShape, eye: EyeShape, picture: EyePaint["iris"]): Surface {
  const [rx, ry] = eye.iris;
  // A little towards the nose: the gaze of a figure that stands before you.
  const middle = -0.06 * eye.half[0];
  return facePart(
    head,
    (pose, u, v) => {
      const s = 2 * u - 1;
      const x = middle + s * rx * pose.iris;
      const { upper, lower } = lidsAt(eye, pose, x / eye.half[0]);
      const reach = ry * pose.iris * Math.sqrt(Math.max(0, 1 - s * s));
      const y = clamp(reach * (2 * v - 1), lower, Math.max(lower, upper));
      return onFace(head, eye.x + x, eye.y + y, LIFT.iris);
    },
    [12, 8],
    {
      paint: (u, _v, [, y]) => picture(u, 0.5 - (y - eye.y) / (2 * ry)),
      bind: rigid("leftEye"),
    },
  );
}

function lash(head: HeadShape, eye: EyeShape, paint: EyePaint): Surface {
  const [a, b] = eye.half;
  const end = 1 + eye.flick;
  return facePart(
    head,
    (pose, u, v) => {
      const s = -1.03 + u * (end + 1.03);
      const { upper } = lidsAt(eye, pose, Math.min(1, s));
      const past = Math.max(0, s - 0.9);
      const taper = smoothstep(-1.03, -0.5, s) * (1 - smoothstep(0.98, end, s) * 0.95);
      const thick = eye.lash * (0.2 + 0.8 * taper) * (s > 1 ? 1 - (s - 1) / (end - 1 + 1e-6) : 1);
      // Shut lids curl the lash's end down, open ones up.
      const rise = past * b * 0.5 * (pose.openLeft > 0.5 ? 1 : -0.2);
      return onFace(head, eye.x + s * a, eye.y + upper + rise + thick * (v - 0.35), LIFT.lash);
    },
    [18, 1],
    { paint: (u) => paint.lash(u * 0.85), bind: rigid("head") },
  );
}

/** A thin line under the eye's outer half. */
function lowerLash(head: HeadShape, eye: EyeShape, paint: EyePaint): Surface {
  const [a] = eye.half;
  return facePart(
    head,
    (pose, u, v) => {
      const s = -0.45 + u * 1.47;
      const { lower } = lidsAt(eye, pose, Math.min(1, s));
      const thick = eye.lash * 0.27 * smoothstep(-0.45, 0.5, s);
      return onFace(head, eye.x + s * a, eye.y + lower + thick * (v - 0.7), LIFT.lash * 0.9);
    },
    [10, 1],
    { paint: () => paint.lash(1), bind: rigid("head") },
  );
}

function brow(head: HeadShape, eye: EyeShape, paint: EyePaint): Surface {
  const { up, half, thick, bend, slant } = eye.brow;
  return facePart(
    head,
    (pose, u, v) => {
      const s = 2 * u - 1;
      const inward = (1 - s) / 2;
      const y =
        eye.y +
        up +
        pose.brow * eye.half[1] +
        bend * (1 - s * s) -
        slant * s -
        pose.frown * eye.half[1] * 0.5 * (inward - 0.25);
      const width = thick * Math.min(1, (1 - s) * 1.6 + 0.12) * smoothstep(-1.05, -0.7, s);
      return onFace(head, eye.x * 1.02 + s * half, y + width * (v - 0.5), LIFT.brow);
    },
    [10, 1],
    { paint: (u) => paint.brow(u), bind: rigid("head") },
  );
}
