import type { Rgb } from "../build/colour.ts";

/** A box that light does not go through, in metres. */
export interface Block {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
  readonly minZ: number;
  readonly maxZ: number;
}

/** A light that shines from a point. */
export interface Lamp {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly colour: Rgb;
  /** Where its light ends, in metres. */
  readonly reach: number;
  /** A spot's direction (length 1) and the cosine of half its angle; a lamp shines everywhere. */
  readonly cone?: { readonly to: Rgb; readonly cos: number };
  /** Whether blocks cast its shadow. Costs time when the place is built. */
  readonly shadow?: boolean;
}

/** The light of a place, as it is painted onto everything that does not move. */
export interface Lighting {
  /** From above. */
  readonly above: Rgb;
  /** From below: what the floor throws back. */
  readonly below: Rgb;
  readonly sun?: { readonly to: Rgb; readonly colour: Rgb };
  readonly lamps: readonly Lamp[];
  readonly blocks: readonly Block[];
}

/** A block on the floor from its middle, its widths and its height. */
export function blockOn(
  x: number,
  z: number,
  widthX: number,
  widthZ: number,
  height: number,
  bottom = 0,
): Block {
  return {
    minX: x - widthX / 2,
    maxX: x + widthX / 2,
    minY: bottom,
    maxY: bottom + height,
    minZ: z - widthZ / 2,
    maxZ: z + widthZ / 2,
  };
}
