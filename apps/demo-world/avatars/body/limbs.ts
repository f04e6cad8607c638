import { keyed } from "../geometry/curve.ts";
import { type LoftOptions, loft } from "../geometry/loft.ts";
import type { Paint, Surface } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";
import { armPlaces, type Build } from "../rig/build.ts";
import { chain } from "../rig/weights.ts";

/** How thick a limb is at a place along it, in metres. */
export type RadiusKey = readonly [place: number, up: number, across?: number];

export interface LimbOptions {
  /** Along the limb: metres from the shoulder along x for an arm, height above the ground for a leg. */
  keys: readonly RadiusKey[];
  paint: Paint;
  segments?: readonly [number, number];
  start?: number;
  end?: number;
}

const FRONT: Vector = [0, 0, 1];

/** What moves the left arm, by x. */
export const bindArm = (build: Build) => {
  const x = armPlaces(build);
  return chain(
    [
      { joint: "leftShoulder", at: 0, blend: 0 },
      { joint: "leftUpperArm", at: x.upperArm, blend: 0.03 },
      { joint: "leftLowerArm", at: x.lowerArm, blend: 0.04 },
      { joint: "leftHand", at: x.hand, blend: 0.02 },
    ],
    ([at]) => at,
  );
};

/** What moves the left leg, by height. */
export const bindLeg = ({ hip, knee, ankle }: Build) =>
  chain(
    [
      { joint: "hips", at: 0, blend: 0 },
      { joint: "leftUpperLeg", at: -hip[1], blend: 0.035 },
      { joint: "leftLowerLeg", at: -knee, blend: 0.045 },
      { joint: "leftFoot", at: -ankle, blend: 0.02 },
    ],
    ([, y]) => -y,
  );

/** A sleeve or bare arm of the left side. */
export function leftArm(build: Build, options: LimbOptions): Surface {
  const y = build.shoulder[1];
  return limb(options, bindArm(build), (x) => [x, y, 0]);
}

/** A stocking, trouser leg or bare leg of the left side; the keys go down. */
export function leftLeg(build: Build, options: LimbOptions): Surface {
  const x = build.hip[0];
  return limb(options, bindLeg(build), (y) => [x, y, 0]);
}

function limb(
  { keys, paint, segments = [14, 14], start, end }: LimbOptions,
  bind: LoftOptions["bind"],
  at: (place: number) => Vector,
): Surface {
  const last = keys.length - 1;
  const curve = keyed(keys.map(([place, up, across], i) => [i / last, place, up, across ?? up]));
  return loft({
    ring: (t) => {
      const [place = 0, up = 0, across = 0] = curve(t);
      return { at: at(place), side: up, front: across, back: across };
    },
    front: FRONT,
    segments,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    paint,
    bind,
  });
}
