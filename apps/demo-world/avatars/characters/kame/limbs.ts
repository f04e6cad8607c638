import { leftArm, leftLeg } from "../../body/limbs.ts";
import type { SkinPaint } from "../../face/head.ts";
import { ball, loft } from "../../geometry/loft.ts";
import type { Surface } from "../../geometry/surface.ts";
import { plain } from "../../paint/along.ts";
import type { swatch } from "../../paint/swatch.ts";
import { armPlaces, type Build } from "../../rig/build.ts";
import { chain, rigid } from "../../rig/weights.ts";

/** The left arm. */
export function arm(build: Build, skin: SkinPaint): Surface {
  const x = armPlaces(build);
  return leftArm(build, {
    keys: [
      [x.upperArm - 0.03, 0.058],
      [x.upperArm + 0.03, 0.056],
      [x.lowerArm, 0.048],
      [x.hand - 0.03, 0.043],
      [x.hand + 0.01, 0.036],
    ],
    paint: plain(skin.body, 0.05),
    start: 0.05,
    end: 0.02,
    segments: [14, 10],
  });
}

/** The left leg. */
export function leg(build: Build, skin: SkinPaint): Surface {
  return leftLeg(build, {
    keys: [
      [0.37, 0.075],
      [0.3, 0.082],
      [0.19, 0.072],
      [0.1, 0.066],
      [0.045, 0.07],
    ],
    paint: plain(skin.body, 0.05),
    segments: [14, 9],
  });
}

/** The left foot, broad and flat. */
export function foot(build: Build, skin: SkinPaint): Surface {
  const [x] = build.hip;
  return loft({
    ring: (t) => ({
      at: [x, 0.0, -0.035 + t * 0.115],
      side: 0.066 + 0.012 * Math.sin(t * Math.PI * 0.7),
      front: 0.068 - 0.026 * t,
      back: 0.0005,
      power: 2.4,
    }),
    front: [0, 1, 0],
    segments: [16, 7],
    start: 0.036,
    end: 0.036,
    paint: plain(skin.body, 0.1),
    bind: chain(
      [
        { joint: "leftFoot", at: 0, blend: 0 },
        { joint: "leftToes", at: build.foot, blend: 0.02 },
      ],
      ([, , z]) => z,
    ),
  });
}

/** A claw of the left foot, from −1 (inner) to 1 (outer). */
export const toe = (build: Build, i: number, claw: ReturnType<typeof swatch>): Surface =>
  ball(
    [build.hip[0] + i * 0.038, 0.02, 0.108 - Math.abs(i) * 0.012],
    [0.0135, 0.0135, 0.0135],
    [10, 7],
    {
      paint: plain(claw),
      bind: rigid("leftToes"),
    },
  );

/** A short tail. */
export function tail(skin: SkinPaint): Surface {
  return loft({
    ring: (t) => ({
      at: [0, 0.3 - 0.03 * t, -0.1 - 0.085 * t],
      side: 0.036 * (1 - t * 0.75),
      front: 0.03 * (1 - t * 0.75),
      back: 0.03 * (1 - t * 0.75),
    }),
    front: [0, 1, 0],
    segments: [10, 5],
    end: 0.012,
    paint: plain(skin.body, 0.1),
    bind: rigid("hips"),
  });
}
