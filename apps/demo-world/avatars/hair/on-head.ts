import { type HeadShape, headPoint } from "../face/head-shape.ts";
import { keyed, path } from "../geometry/curve.ts";
import { normalize, type Vector } from "../geometry/vector.ts";

/** A place on a head: degrees from the front towards the figure's left, from the crown down, and metres off the skin. */
export type HeadPlace = readonly [around: number, down: number, off: number];

export const onHead = (head: HeadShape, [around, down, off]: HeadPlace): Vector =>
  headPoint(head, 0.5 - around / 360, down / 180, off);

/** A path over a head, evenly spread from 0 to 1. */
export function overHead(head: HeadShape, places: readonly HeadPlace[]): (t: number) => Vector {
  const smooth = path(places);
  return (t) => onHead(head, smooth(t));
}

/** A number by the angle from the front (0 to 180 degrees), the same on both sides. */
export function byAngle(keys: readonly (readonly [number, number])[]): (degrees: number) => number {
  const curve = keyed(keys);
  return (degrees) => curve(Math.abs(degrees))[0] ?? 0;
}

/** A direction from the head's middle, and metres off the skin. */
export type HeadRay = readonly [x: number, y: number, z: number, off: number];

/** Where a ray leaves the head. It has no pole at the crown, where degrees would crowd. */
export function alongRay({ centre, half }: HeadShape, [x, y, z, off]: HeadRay): Vector {
  const [dx, dy, dz] = normalize([x, y, z]);
  const reach = 1 / Math.hypot(dx / half[0], dy / half[1], dz / half[2]) + off;
  return [centre[0] + dx * reach, centre[1] + dy * reach, centre[2] + dz * reach];
}
