import { type Rgb, rgb } from "../build/colour.ts";

/** What the gallery is made of. */
export const STONE = {
  wall: rgb("#4a4f63"),
  dark: rgb("#2c3040"),
  column: rgb("#5b5f72"),
  floor: rgb("#3a3f52"),
  pale: rgb("#8e93a8"),
} as const;
/** Old timber of beams and frames. */
export const TIMBER = rgb("#6b4a35");
/** Frames, seams. */
export const GOLD = rgb("#d9b26a");
/** Paper lanterns. */
export const LANTERN = rgb("#ffca82");
/** The moon's light. */
export const MOONLIGHT: Rgb = [0.62, 0.8, 1.25];
/** Night behind the windows. */
export const NIGHT = rgb("#16284d");
/** Of the gate. */
export const INDIGO = rgb("#3f62b0");
