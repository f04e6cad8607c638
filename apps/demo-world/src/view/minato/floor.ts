import { type Rgb, smooth, times } from "../build/colour.ts";
import { clouds, noise } from "../build/noise.ts";
import { WOOD } from "./look.ts";

/** A tile of the floor, in metres: it repeats. */
export const PLANK_TILE = 4.8;
const PLANK = 0.3;
const ROWS = PLANK_TILE / PLANK;
const LONG = 2.4;

/** The colour of the planks at a point of a tile. */
export function plankAt(x: number, z: number): Rgb {
  const row = Math.floor(z / PLANK) % ROWS;
  const shift = (row * 0.37 * LONG) % LONG;
  const along = (x + shift) % LONG;
  const column = Math.floor((x + shift) / LONG) % (PLANK_TILE / LONG);
  const own = noise(row * 7.7, column * 13.1 + row);
  const grain = clouds(x * 2.2 + row * 5, z * 26 + column * 3, 3);
  const seam = Math.min(z % PLANK, PLANK - (z % PLANK));
  const end = Math.min(along, LONG - along);
  const gap = smooth(0.001, 0.012, seam) * smooth(0.001, 0.012, end);
  return times(WOOD.floor, (0.78 + 0.3 * own + 0.24 * (grain - 0.5)) * (0.42 + 0.58 * gap));
}
