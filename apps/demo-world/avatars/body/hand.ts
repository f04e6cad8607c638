import type { SkinPaint } from "../face/head.ts";
import { keyed } from "../geometry/curve.ts";
import { loft } from "../geometry/loft.ts";
import { join, type Surface } from "../geometry/surface.ts";
import { add, scale, type Vector } from "../geometry/vector.ts";
import { armPlaces, type Build } from "../rig/build.ts";
import { FINGERS, type Finger, SECOND_JOINT } from "../rig/fingers.ts";
import { chain, rigid } from "../rig/weights.ts";

const FRONT: Vector = [0, 0, 1];

/** The left hand: a soft palm, four fingers and a thumb. */
export function leftHand(build: Build, paint: SkinPaint): Surface {
  const wrist: Vector = [armPlaces(build).hand, build.shoulder[1], 0];
  return join([
    palm(wrist, build.hand, paint),
    ...FINGERS.map((one) => finger(one, wrist, build.hand, paint)),
  ]);
}

function palm(wrist: Vector, size: number, paint: SkinPaint): Surface {
  const curve = keyed([
    [0, -0.02, 0.0165, 0.0185],
    [0.35, 0.008, 0.0175, 0.023],
    [0.7, 0.03, 0.0165, 0.0295],
    [1, 0.05, 0.013, 0.0295],
  ]);
  return loft({
    ring: (t) => {
      const [x = 0, thick = 0, wide = 0] = curve(t);
      return {
        at: add(wrist, [x * size, 0, 0]),
        side: thick * size,
        front: wide * size,
        back: wide * size,
        power: 2.3,
      };
    },
    front: FRONT,
    segments: [12, 4],
    end: 0.008 * size,
    paint: (_u, v) => paint.body(0.15 + 0.35 * v),
    bind: chain(
      [
        { joint: "leftLowerArm", at: 0, blend: 0 },
        { joint: "leftHand", at: wrist[0], blend: 0.015 },
      ],
      ([x]) => x,
    ),
  });
}

function finger(
  { joints, root, direction, length, radius }: Finger,
  wrist: Vector,
  size: number,
  paint: SkinPaint,
): Surface {
  const first = add(wrist, scale(root, size));
  const isThumb = joints[0].includes("Thumb");
  const bind = chain(
    [
      { joint: joints[0], at: 0, blend: 0 },
      { joint: joints[1], at: SECOND_JOINT, blend: 0.16 },
    ],
    (_at, v) => v,
  );
  return loft({
    ring: (t) => ({
      at: add(first, scale(direction, (t * length - (isThumb ? 0.004 : 0)) * size)),
      side: radius * size * (1.08 - 0.2 * t),
      front: radius * size * (1.08 - 0.2 * t),
      back: radius * size * (1.08 - 0.2 * t),
    }),
    front: [0, 1, 0],
    segments: [7, 3],
    end: radius * size * 0.9,
    paint: (_u, v) => paint.body(0.2 + 0.7 * v),
    bind: length > 0 ? bind : rigid(joints[0]),
  });
}
