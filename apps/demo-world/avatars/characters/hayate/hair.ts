import type { HeadShape } from "../../face/head-shape.ts";
import { path } from "../../geometry/curve.ts";
import type { Paint, Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { cap } from "../../hair/cap.ts";
import { hairPaint, paintHair } from "../../hair/hair-picture.ts";
import { lock } from "../../hair/lock.ts";
import { alongRay, byAngle, type HeadPlace, type HeadRay, overHead } from "../../hair/on-head.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** Where a lock grows, where it goes, and how wide it is. Degrees from the front, from the crown; metres. */
type Tuft = readonly [from: HeadPlace, over: HeadPlace, tip: HeadPlace, width: number];

/** The fringe: a wave that the wind carries to his left. */
const FRINGE: readonly Tuft[] = [
  [[-34, 22, 0.02], [-30, 58, 0.04], [-14, 82, 0.02], 0.036],
  [[-16, 18, 0.022], [-10, 52, 0.048], [14, 78, 0.022], 0.034],
  [[6, 16, 0.022], [18, 50, 0.038], [40, 76, 0.026], 0.044],
  [[28, 20, 0.02], [42, 54, 0.044], [62, 84, 0.03], 0.04],
  [[-52, 30, 0.018], [-54, 66, 0.034], [-44, 96, 0.018], 0.034],
  [[52, 32, 0.018], [62, 66, 0.034], [72, 100, 0.03], 0.034],
];

/** The crown: broad tufts that the wind lays over to his left, their tips in the air. */
const CROWN: readonly (readonly [from: HeadRay, over: HeadRay, tip: HeadRay, width: number])[] = [
  [[-0.15, 0.9, 0.62, 0.004], [0.35, 1, 0.4, 0.036], [0.92, 0.86, 0.12, 0.06], 0.038],
  [[-0.62, 0.78, 0.42, 0.004], [-0.12, 1.05, 0.2, 0.038], [0.55, 1.05, -0.3, 0.07], 0.052],
  [[-0.85, 0.55, 0.1, 0.004], [-0.5, 0.98, -0.22, 0.036], [0.05, 1.02, -0.72, 0.068], 0.052],
  [[-0.1, 1, -0.1, 0.004], [0.36, 0.98, -0.42, 0.036], [0.78, 0.66, -0.78, 0.064], 0.038],
  [[0.3, 0.9, 0.3, 0.004], [0.82, 0.72, 0.05, 0.034], [1.12, 0.4, -0.3, 0.06], 0.036],
  [[-0.9, 0.4, -0.2, 0.004], [-0.78, 0.55, -0.66, 0.034], [-0.42, 0.44, -1.08, 0.062], 0.036],
  [[0.2, 0.8, -0.6, 0.004], [0.3, 0.4, -1, 0.03], [0.36, 0, -1.1, 0.054], 0.036],
  [[-0.3, 0.6, -0.8, 0.004], [-0.2, 0.2, -1, 0.03], [-0.05, -0.16, -1.1, 0.05], 0.044],
];

/** Sides and nape: shorter, swept back. */
const NAPE: readonly Tuft[] = [
  [[82, 56, 0.004], [98, 84, 0.03], [112, 104, 0.052], 0.036],
  [[-82, 60, 0.004], [-94, 88, 0.028], [-108, 108, 0.046], 0.036],
  [[116, 60, 0.004], [124, 92, 0.03], [130, 116, 0.05], 0.038],
  [[-116, 60, 0.004], [-124, 92, 0.03], [-132, 116, 0.048], 0.038],
  [[148, 64, 0.004], [152, 98, 0.028], [154, 124, 0.044], 0.038],
  [[-150, 64, 0.004], [-154, 98, 0.028], [-158, 124, 0.044], 0.038],
  [[180, 66, 0.004], [180, 102, 0.026], [180, 128, 0.036], 0.038],
  [[72, 74, 0.012], [76, 96, 0.018], [80, 116, 0.012], 0.024],
  [[-72, 74, 0.012], [-76, 96, 0.018], [-80, 116, 0.012], 0.024],
];

/** Hair that the wind has been in. */
export function windswept(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const picture = atlas.picture(
    250,
    140,
    paintHair({
      root: hex("1c2c4c"),
      middle: hex("26446e"),
      tip: hex("3f8aa6"),
      halo: hex("7fd0d8"),
      ring: 0.33,
      strength: 0.55,
    }),
  );
  const byPlace = hairPaint(head, picture, head.centre[1] - head.half[1]);
  /** A tuft is lighter towards its tip, wherever that is. */
  const paint: Paint = (u, v, at) => byPlace(u, v, [at[0], at[1] - 0.13 * v * v, at[2]]);
  const springs: Spring[] = [];
  const grow = (points: readonly Vector[], width: number, flat: number, name?: string): Surface => {
    const spring = name === undefined ? undefined : tuftSpring(points, name);
    if (spring !== undefined) springs.push(spring);
    const bind = spring === undefined ? rigid("head") : alongSpring(spring);
    return lock({
      at: path(points),
      around: head.centre,
      width,
      paint,
      bind,
      flat,
      segments: [6, 7],
    });
  };
  const tuft = ([from, over, tip, width]: Tuft, name?: string): Surface =>
    grow(
      [0, 0.25, 0.5, 0.75, 1].map((t) => overHead(head, [from, over, tip])(t)),
      width,
      0.36,
      name,
    );
  const parts = [
    cap(head, {
      off: [0.014, 0.016],
      edge: byAngle([
        [0, 50],
        [45, 58],
        [66, 84],
        [90, 92],
        [180, 118],
      ]),
      segments: [26, 8],
      paint: byPlace,
      bind: rigid("head"),
    }),
    ...FRINGE.map((one, i) => tuft(one, i < 4 ? `fringe-${i}` : undefined)),
    ...CROWN.map(([from, over, tip, width], i) =>
      grow(
        [from, over, tip].map((ray) => alongRay(head, ray)),
        width,
        0.5,
        i < 6 ? `crown-${i}` : undefined,
      ),
    ),
    ...NAPE.map((one) => tuft(one)),
  ];
  return { parts, springs };
}

function tuftSpring(points: readonly Vector[], name: string): Spring {
  const [root, tip] = [points[0], points.at(-1)];
  const middle = path(points)(0.5);
  return {
    name,
    parent: "head",
    points: [root ?? middle, middle, tip ?? middle],
    stiffness: 1.6,
    gravity: 0,
    drag: 0.42,
    radius: 0.01,
    avoids: [],
  };
}
