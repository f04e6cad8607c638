import type { Bead } from "../../sim/crossing/beads.ts";
import { type Rgb, rgb } from "../build/colour.ts";

/** The sea around the tube, from Minato's side to Garan's. */
export const SEA = {
  warm: rgb("#2f8c8f"),
  cold: rgb("#235aa6"),
  deep: rgb("#082742"),
  up: rgb("#7fd6d2"),
} as const;
/** The light at the two doors. */
export const DOORS = { minato: rgb("#ffd9a0"), garan: rgb("#8fb4ff") } as const;
/** How what is done shines while the end is held up: warm and calm. */
export const HELD_UP = rgb("#ffbe6b");
/** How a ring shines. */
export const RING_COLOURS: Readonly<Record<Bead["state"], Rgb>> = {
  waiting: rgb("#2c5a70"),
  now: rgb("#8ee6df"),
  done: rgb("#f6fff4"),
  held: rgb("#ffb14a"),
};
