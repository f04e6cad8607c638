import type { Detail } from "./detail.ts";

/** The most pixels drawn for each of the page's own, and the least. */
const BOUNDS: Readonly<Record<Detail, { most: number; least: number }>> = {
  full: { most: 2, least: 0.75 },
  reduced: { most: 1, least: 0.5 },
};
/** Over this a picture is drawn less sharply, under that more so, in milliseconds. */
const SLOW = 40;
const FAST = 15;

/** How sharply a place is drawn at first: as the screen is, within bounds. */
export function firstSharpness(detail: Detail, screen: number): number {
  const { most, least } = BOUNDS[detail];
  return Math.min(Math.max(screen, least), most);
}

/** How sharply to draw from now on, after a second whose median frame took so many milliseconds. */
export function nextSharpness(now: number, detail: Detail, screen: number, frame: number): number {
  const { least } = BOUNDS[detail];
  if (frame > SLOW) return Math.max(least, now * 0.8);
  if (frame < FAST) return Math.min(firstSharpness(detail, screen), now * 1.15);
  return now;
}
