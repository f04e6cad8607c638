import { childHead } from "../../face/head-shape.ts";
import type { Measures } from "../person.ts";

/** Otoha's measures: small, and upright for her years. */
export const OTOHA: Measures = {
  build: {
    hips: 0.545,
    spine: 0.615,
    chest: 0.735,
    neck: 0.952,
    head: 1.015,
    shoulder: [0.096, 0.902],
    upperArm: 0.14,
    lowerArm: 0.135,
    hand: 0.95,
    hip: [0.05, 0.535],
    knee: 0.3,
    ankle: 0.056,
    foot: 0.064,
  },
  head: childHead([0, 1.158, 0.01], [0.145, 0.151, 0.138], 0.88),
  eye: {
    x: 0.059,
    y: 1.128,
    half: [0.0295, 0.0245],
    tilt: -0.005,
    iris: [0.0195, 0.0235],
    lash: 0.008,
    flick: 0.08,
    brow: { up: 0.05, half: 0.025, thick: 0.0062, bend: 0.006, slant: 0.006 },
  },
  mouth: { y: 1.066, half: 0.022, line: 0.0034 },
  nose: [1.096, 0.011],
};
