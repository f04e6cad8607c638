import { childHead } from "../../face/head-shape.ts";
import type { Measures } from "../person.ts";

/** Nagi's measures. */
export const NAGI: Measures = {
  build: {
    hips: 0.585,
    spine: 0.66,
    chest: 0.79,
    neck: 1.02,
    head: 1.085,
    shoulder: [0.1, 0.972],
    upperArm: 0.15,
    lowerArm: 0.14,
    hand: 1,
    hip: [0.054, 0.575],
    knee: 0.325,
    ankle: 0.062,
    foot: 0.07,
  },
  head: childHead([0, 1.238, 0.01], [0.156, 0.162, 0.148]),
  eye: {
    x: 0.064,
    y: 1.202,
    half: [0.0355, 0.0345],
    tilt: 0.004,
    iris: [0.0245, 0.0325],
    lash: 0.011,
    flick: 0.15,
    brow: { up: 0.055, half: 0.026, thick: 0.0052, bend: 0.006, slant: 0.003 },
  },
  mouth: { y: 1.135, half: 0.0215, line: 0.0036 },
  nose: [1.166, 0.0112],
};
