import { mix, type Rgb, smooth, times } from "../build/colour.ts";
import { clouds } from "../build/noise.ts";
import { GOLD, STONE } from "./look.ts";

/** A tile of the floor, in metres: it repeats. */
export const SLAB_TILE = 4.8;
const SLAB = 1.2;

/** The colour of the slabs at a point of a tile: dark stone with veins, a hair of gold between. */
export function slabAt(x: number, z: number): Rgb {
  const [column, row] = [Math.floor(x / SLAB), Math.floor(z / SLAB)];
  const own = 0.84 + 0.3 * ((column * 7 + row * 5) % 4) * 0.33;
  const cloud = clouds(x * 1.1 + column * 7, z * 1.1 + row * 11, 4);
  const vein =
    1 - smooth(0, 0.05, Math.abs(clouds(x * 0.8 + row * 3, z * 1.3 + column * 5, 4) - 0.52));
  const seam = Math.min(x % SLAB, SLAB - (x % SLAB), z % SLAB, SLAB - (z % SLAB));
  const dark = times(STONE.floor, own * (0.65 + 0.6 * cloud));
  const veined = mix(dark, STONE.pale, vein * 0.15);
  return mix(times(GOLD, 0.5), veined, smooth(0.004, 0.014, seam));
}
