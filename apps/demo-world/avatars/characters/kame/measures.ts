import type { HeadShape } from "../../face/head-shape.ts";
import { keyed } from "../../geometry/curve.ts";
import type { Measures } from "../person.ts";

const one = (keys: readonly (readonly [number, number])[]) => {
  const curve = keyed(keys);
  return (t: number) => curve(t)[0] ?? 1;
};

/** A turtle's head: broad and low, with a soft beak. */
const HEAD: HeadShape = {
  centre: [0, 0.88, 0.02],
  half: [0.178, 0.16, 0.158],
  side: one([
    [0, 1],
    [0.4, 1],
    [0.6, 1.05],
    [0.75, 1.06],
    [0.88, 1.0],
    [1, 0.9],
  ]),
  front: one([
    [0, 0.96],
    [0.4, 0.99],
    [0.54, 1],
    [0.63, 1.08],
    [0.73, 1.19],
    [0.82, 1.2],
    [0.91, 1.12],
    [1, 1],
  ]),
  back: one([
    [0, 1],
    [0.5, 1],
    [1, 0.8],
  ]),
  power: 2.1,
};

/** Kame's measures: small and stout. */
export const KAME: Measures = {
  build: {
    hips: 0.34,
    spine: 0.41,
    chest: 0.52,
    neck: 0.69,
    head: 0.74,
    shoulder: [0.128, 0.628],
    upperArm: 0.125,
    lowerArm: 0.115,
    hand: 1.2,
    hip: [0.078, 0.325],
    knee: 0.19,
    ankle: 0.06,
    foot: 0.068,
  },
  head: HEAD,
  eye: {
    x: 0.084,
    y: 0.905,
    half: [0.031, 0.0345],
    tilt: 0,
    iris: [0.0245, 0.031],
    lash: 0.0075,
    flick: 0.03,
    brow: { up: 0.056, half: 0.02, thick: 0.008, bend: 0.005, slant: 0.001 },
  },
  mouth: { y: 0.815, half: 0.046, line: 0.0045 },
  nose: [0.856, 0.001],
};
