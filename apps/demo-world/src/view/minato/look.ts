import { type Rgb, rgb } from "../build/colour.ts";

/** Length 1. */
function unit(x: number, y: number, z: number): Rgb {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

/** Towards the sun: low over the sea, to the left of the gate as one arrives. */
export const SUN = unit(0.88, 0.23, -0.42);
/** The sun's light. */
export const SUNLIGHT: Rgb = [1.7, 1.16, 0.66];

/** The sky and the sea. */
export const SKY = {
  zenith: rgb("#4f93bf"),
  middle: rgb("#bcd3d6"),
  low: rgb("#f7cfa6"),
  horizon: rgb("#ffe0b6"),
  away: rgb("#efbfae"),
  cloudLit: rgb("#fff3dc"),
  cloudShade: rgb("#c79f9d"),
  seaDeep: rgb("#0f4a5c"),
  seaShallow: rgb("#2f8389"),
} as const;

/** What the hall is made of. */
export const WOOD = {
  light: rgb("#e0b483"),
  honey: rgb("#c98f57"),
  dark: rgb("#7d5233"),
  floor: rgb("#c4a27a"),
} as const;
/** Painted steel. */
export const WHITE = rgb("#f6efe4");
/** Walls of plaster. */
export const PLASTER = rgb("#efe2cd");
/** Of the gate. */
export const CORAL = rgb("#ef6f5c");
/** Of the gate's light and of glass. */
export const AQUA = rgb("#7fe3da");
/** Paper lamps. */
export const LAMP = rgb("#ffd08a");
/** Leaves. */
export const LEAF = rgb("#5f8f5a");
/** A booth's colour where its company has not told one. */
export const BOOTH_COLOURS = ["#2f7f8f", "#d9644a", "#7a9a4b", "#8a6bb0", "#d99a2b", "#4a76b8"];
