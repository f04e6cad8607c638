import { childHead } from "../../face/head-shape.ts";
import type { Measures } from "../person.ts";

/** Hayate's measures: a little taller than Nagi, longer in the leg. */
export const HAYATE: Measures = {
  build: {
    hips: 0.615,
    spine: 0.69,
    chest: 0.81,
    neck: 1.035,
    head: 1.1,
    shoulder: [0.108, 0.985],
    upperArm: 0.155,
    lowerArm: 0.145,
    hand: 1.05,
    hip: [0.056, 0.605],
    knee: 0.345,
    ankle: 0.068,
    foot: 0.076,
  },
  head: childHead([0, 1.25, 0.01], [0.15, 0.158, 0.144], 0.88),
  eye: {
    x: 0.061,
    y: 1.214,
    half: [0.0325, 0.0295],
    tilt: 0.006,
    iris: [0.0215, 0.0275],
    lash: 0.0085,
    flick: 0.06,
    brow: { up: 0.047, half: 0.029, thick: 0.0085, bend: 0.004, slant: -0.004 },
  },
  mouth: { y: 1.15, half: 0.025, line: 0.0036 },
  nose: [1.181, 0.0115],
};
