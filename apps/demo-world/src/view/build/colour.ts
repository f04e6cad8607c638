import { Color } from "three";

/** Red, green and blue of light, linear; 1 is as bright as a screen gets. */
export type Rgb = readonly [number, number, number];

const scratch = new Color();

/** A colour as one writes it (`#rrggbb`), as linear light. */
export function rgb(hex: string, strength = 1): Rgb {
  scratch.set(hex);
  return [scratch.r * strength, scratch.g * strength, scratch.b * strength];
}

/** A colour between two. */
export function mix(a: Rgb, b: Rgb, part: number): Rgb {
  const t = Math.min(Math.max(part, 0), 1);
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** A colour made brighter or darker. */
export const times = (a: Rgb, factor: number): Rgb => [a[0] * factor, a[1] * factor, a[2] * factor];

/** One channel of linear light as a byte of sRGB. */
export function toByte(linear: number): number {
  const x = Math.min(Math.max(linear, 0), 1);
  return 255 * (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055) + 0.5;
}

/** Smoothly from 0 at `from` to 1 at `to`. */
export function smooth(from: number, to: number, x: number): number {
  const t = Math.min(Math.max((x - from) / (to - from), 0), 1);
  return t * t * (3 - 2 * t);
}
