import { encodePng } from "@ryugu/treasures";

/** Red, green and blue as they are shown (sRGB), from 0 to 1. */
export type Ink = readonly [number, number, number];

/** A square picture that is painted from back to front. Places run from 0 to 1, x to the right, y down. */
export interface Picture {
  readonly side: number;
  readonly rgb: Float32Array;
}

/** An empty picture. */
export const blank = (side: number): Picture => ({
  side,
  rgb: new Float32Array(side * side * 3),
});

/** A colour written as six hex digits. */
export function ink(hex: string): Ink {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** Between two colours. */
export const mixInk = (a: Ink, b: Ink, t: number): Ink => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** From 0 at `low` to 1 at `high`, smoothly. */
export function smooth(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

/** Lays some colour over one pixel. */
export function blend({ side, rgb }: Picture, px: number, py: number, over: Ink, cover: number) {
  if (cover <= 0 || px < 0 || py < 0 || px >= side || py >= side) return;
  const at = (py * side + px) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const under = rgb[at + channel] ?? 0;
    rgb[at + channel] = under + ((over[channel] ?? 0) - under) * Math.min(1, cover);
  }
}

/** Paints every pixel by its place. */
export function wash(picture: Picture, colourAt: (x: number, y: number) => Ink): void {
  const { side, rgb } = picture;
  for (let py = 0; py < side; py++) {
    for (let px = 0; px < side; px++) {
      rgb.set(colourAt((px + 0.5) / side, (py + 0.5) / side), (py * side + px) * 3);
    }
  }
}

/** The picture as PNG. */
export function toPng({ side, rgb }: Picture): Buffer {
  const bytes = new Uint8Array(rgb.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Math.round(255 * Math.min(1, Math.max(0, rgb[i] ?? 0)));
  }
  return encodePng(side, side, bytes);
}
