import { type Picture, toPng } from "../picture/picture.ts";
import { greatSwell } from "./great-swell.ts";
import { moonShoal } from "./moon-shoal.ts";
import { stoneGarden } from "./stone-garden.ts";

/** The side of every work's picture, in pixels. */
export const ARTWORK_SIDE = 1_024;

/** How each work is painted, by its id. */
export const PAINTERS: Readonly<Record<string, (side: number) => Picture>> = {
  "great-swell": greatSwell,
  "moon-shoal": moonShoal,
  "stone-garden": stoneGarden,
};

/** Paints a work as PNG. Throws RangeError for an id that is none. */
export function paintArtwork(id: string, side = ARTWORK_SIDE): Buffer {
  const paint = PAINTERS[id];
  if (paint === undefined) throw new RangeError(`There is no artwork ${id}.`);
  return toPng(paint(side));
}
