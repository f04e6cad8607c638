import { keyed } from "../geometry/curve.ts";
import { loft } from "../geometry/loft.ts";
import type { Dress, Surface } from "../geometry/surface.ts";
import { subtract, type Vector } from "../geometry/vector.ts";

export interface LockOptions extends Dress {
  /** From root to tip. */
  at: (t: number) => Vector;
  /** What the lock lies around: its flat side faces away from it. */
  around: Vector;
  /** Half its width where it is widest, in metres. */
  width: number;
  /** Its thickness beside its width. */
  flat?: number;
  /** How wide it is from root to tip, as parts of the widest. */
  profile?: readonly (readonly [number, number])[];
  segments?: readonly [number, number];
}

const POINTED = [
  [0, 0.55],
  [0.3, 0.95],
  [0.5, 1],
  [0.78, 0.66],
  [0.93, 0.28],
  [1, 0.02],
] as const;

/** A lock of hair: flat, a little round, pointed at its end. */
export function lock(options: LockOptions): Surface {
  const { at, around, width, flat = 0.36, profile = POINTED, segments = [8, 8] } = options;
  const wide = keyed(profile);
  return loft({
    ring: (t) => {
      const half = (wide(t)[0] ?? 0) * width;
      return { at: at(t), side: half, front: half * flat, back: half * flat * 0.6 };
    },
    front: (t) => subtract(at(t), around),
    segments,
    paint: options.paint,
    bind: options.bind,
  });
}
