import { ball } from "../geometry/loft.ts";
import { bothSides, join, type Surface, sheet, type Uv } from "../geometry/surface.ts";
import { rigid } from "../rig/weights.ts";
import { faceDepth, type HeadShape, headPoint } from "./head-shape.ts";

export interface SkinPaint {
  /** The head's picture: around from the back, down from the crown. */
  face: (across: number, down: number) => Uv;
  /** Plain skin, from light (0) to a little rosy (1). */
  body: (t: number) => Uv;
}

/** The head's skin. */
export function headSkin(shape: HeadShape, paint: SkinPaint): Surface {
  return sheet((u, v) => headPoint(shape, u, v), [30, 18], {
    paint: (u, v) => paint.face(u, v),
    bind: rigid("head"),
  });
}

/** A small nose below the eyes. */
export function nose(shape: HeadShape, y: number, size: number, paint: SkinPaint): Surface {
  const z = faceDepth(shape, 0, y);
  return ball([0, y, z - size * 0.15], [size * 0.85, size * 0.62, size * 0.8], [10, 6], {
    paint: (_u, v) => paint.body(0.35 + 0.3 * v),
    bind: rigid("head"),
  });
}

/** Ears at the height given. */
export function ears(shape: HeadShape, y: number, size: number, paint: SkinPaint): Surface {
  const t = (1 - (y - shape.centre[1]) / shape.half[1]) / 2;
  const ring = Math.sqrt(1 - ((y - shape.centre[1]) / shape.half[1]) ** 2);
  const x = shape.half[0] * shape.side(t) * ring;
  const dress = { bind: rigid("head") };
  const outer = ball(
    [x + size * 0.1, y, shape.centre[2] - size * 0.1],
    [size * 0.42, size, size * 0.62],
    [10, 6],
    {
      ...dress,
      paint: () => paint.body(0.2),
    },
  );
  const inner = ball(
    [x + size * 0.36, y - size * 0.02, shape.centre[2] + size * 0.12],
    [size * 0.22, size * 0.62, size * 0.34],
    [8, 5],
    { ...dress, paint: () => paint.body(1) },
  );
  return bothSides(join([outer, inner]));
}
