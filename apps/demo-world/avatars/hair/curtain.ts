import type { HeadShape } from "../face/head-shape.ts";
import { type Bind, type Dress, type Skin, type Surface, sheet } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";
import { alongSpring, type Spring } from "../rig/springs.ts";
import { blendSkins } from "../rig/weights.ts";

export interface CurtainOptions extends Dress {
  /** From which angle it hangs, in degrees from the front: it goes around the back to the other side. */
  from: number;
  /** The height at which it begins, and its hem by degrees from the front. */
  top: number;
  hem: (degrees: number) => number;
  /** Half its width and depth at a place from 0 (top) to 1 (hem), in metres. */
  side: (t: number) => number;
  depth: (t: number) => number;
  /** How many locks it falls in, and how deep the grooves between them are. */
  locks: number;
  groove: number;
  segments?: readonly [number, number];
}

/** Hair that hangs around the back of the head, in soft locks, its hem turned in. */
export function curtain(head: HeadShape, options: CurtainOptions): Surface {
  const { from, top, hem, side, depth, locks, groove, segments = [52, 10] } = options;
  const [cx, , cz] = head.centre;
  return sheet(
    (u, v) => {
      const degrees = 180 + (0.5 - u) * 2 * (180 - from);
      const angle = (degrees * Math.PI) / 180;
      const wave = Math.abs(Math.sin((degrees / (360 - 2 * from)) * Math.PI * locks));
      const bottom = hem(degrees > 180 ? 360 - degrees : degrees) - groove * 2.4 * wave * v;
      const dent = groove * (wave - 1) * v;
      const y = top + (bottom - top) * v;
      const at: Vector = [
        cx + Math.sin(angle) * (side(v) + dent),
        y,
        cz + Math.cos(angle) * (depth(v) + dent),
      ];
      return at;
    },
    segments,
    options,
  );
}

/** Binds what hangs around the head to springs by angle, each spring at its own. */
export function bindAround(
  head: HeadShape,
  springs: readonly { degrees: number; spring: Spring }[],
  part: (at: Vector, v: number) => number,
): Bind {
  return (at, u, v) => {
    const degrees = (Math.atan2(at[0] - head.centre[0], at[2] - head.centre[2]) * 180) / Math.PI;
    const near = springs
      .map(({ degrees: own, spring }) => ({ spring, far: turnBetween(degrees, own) }))
      .sort((a, b) => a.far - b.far);
    const [one, two] = near;
    if (one === undefined) return [["head", 1]];
    const skin = (spring: Spring): Skin => alongSpring(spring, (p) => part(p, v))(at, u, v);
    if (two === undefined) return skin(one.spring);
    const share = one.far / Math.max(1e-6, one.far + two.far);
    return blendSkins(skin(one.spring), skin(two.spring), share);
  };
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % 360;
  return Math.min(turn, 360 - turn);
}
