/** A rectangle of an atlas, in texels from its upper left. */
export interface Slot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The atlas of a place's signs is this wide and high, in texels. */
export const SIGNS_SIZE = 2048;
