import { keyed } from "../geometry/curve.ts";
import { loft } from "../geometry/loft.ts";
import { join, type Surface, type Uv } from "../geometry/surface.ts";
import type { Build } from "../rig/build.ts";
import { chain } from "../rig/weights.ts";

export interface ShoeOptions {
  /** Half its width at the ball of the foot, in metres. */
  half: number;
  /** How high the toe cap is. */
  toe: number;
  /** The sole's thickness. */
  sole: number;
  /** The upper, from heel (0) to toe (1). */
  upper: (t: number) => Uv;
  rim: (t: number) => Uv;
}

/** The left shoe with its sole, on the ground. */
export function leftShoe(build: Build, { half, toe, sole, upper, rim }: ShoeOptions): Surface {
  const [x] = build.hip;
  const { ankle, foot } = build;
  const heel = -foot * 0.62;
  const tip = foot * 1.62;
  const bind = chain(
    [
      { joint: "leftFoot", at: 0, blend: 0 },
      { joint: "leftToes", at: foot, blend: 0.02 },
    ],
    ([, , z]) => z,
  );
  const shape = keyed([
    [0, heel, half * 0.68, ankle * 0.92],
    [0.2, heel * 0.4, half * 0.8, ankle * 1.0],
    [0.45, foot * 0.25, half * 0.86, ankle * 0.94],
    [0.65, foot * 0.85, half * 1.0, toe * 1.08],
    [0.85, foot * 1.3, half * 0.96, toe],
    [1, tip, half * 0.7, toe * 0.78],
  ]);
  const body = (from: number, grow: number, paint: (t: number) => Uv, height?: number) =>
    loft({
      ring: (t) => {
        const [z = 0, side = 0, top = 0] = shape(t);
        const high = height ?? top - sole;
        return {
          at: [x, from, z],
          side: side + grow,
          front: high,
          back: 0.0005,
          power: height === undefined ? 2.5 : 4,
        };
      },
      front: [0, 1, 0],
      segments: [14, 10],
      start: half * 0.4 + grow,
      end: half * 0.55 + grow,
      paint: (_u, v) => paint(v),
      bind,
    });
  return join([body(sole, 0, upper), body(0, 0.003, rim, sole)]);
}
