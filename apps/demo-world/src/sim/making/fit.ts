/** The longest side of a picture that is sent, in pixels. */
export const MAX_SIDE = 1_024;

/** A picture's size, made smaller where it is needed so that no side is longer than `most`. Whole pixels, at least 1. */
export function fitInside(width: number, height: number, most = MAX_SIDE): [number, number] {
  const scale = Math.min(1, most / Math.max(width, height));
  const fit = (side: number) => Math.max(1, Math.round(side * scale));
  return [fit(width), fit(height)];
}
