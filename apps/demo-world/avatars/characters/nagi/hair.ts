import type { HeadShape } from "../../face/head-shape.ts";
import { clamp } from "../../geometry/curve.ts";
import { type Dress, join, mirrored, type Paint, type Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { cap } from "../../hair/cap.ts";
import { bindAround, curtain } from "../../hair/curtain.ts";
import { hairPaint, paintHair } from "../../hair/hair-picture.ts";
import { lock } from "../../hair/lock.ts";
import { byAngle, type HeadPlace, onHead, overHead } from "../../hair/on-head.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** The fringe: where each lock goes, and how wide it is. Degrees from the front, from the crown; metres. */
const FRINGE: readonly (readonly [HeadPlace, HeadPlace, HeadPlace, HeadPlace, number])[] = [
  [[8, 14, 0.02], [4, 42, 0.03], [0, 62, 0.026], [-5, 84, 0.012], 0.034],
  [[-16, 16, 0.02], [-24, 44, 0.03], [-28, 64, 0.026], [-26, 87, 0.011], 0.036],
  [[30, 16, 0.02], [30, 44, 0.03], [28, 64, 0.026], [22, 85, 0.011], 0.036],
  [[-40, 20, 0.02], [-48, 46, 0.03], [-52, 68, 0.026], [-49, 94, 0.012], 0.034],
  [[48, 20, 0.02], [54, 46, 0.03], [54, 68, 0.026], [48, 93, 0.012], 0.034],
];

/** The height at which the hair begins to swing, and how far below it ends. */
const SWING = 1.22;

/** A bob that swings at its hem. */
export function bob(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const picture = atlas.picture(
    250,
    160,
    paintHair({
      root: hex("6b3f38"),
      middle: hex("8a5444"),
      tip: hex("c08a62"),
      halo: hex("f6cfa2"),
      ring: 0.3,
      strength: 0.75,
    }),
  );
  const paint = hairPaint(head, picture, 1.03);
  const still = { paint, bind: rigid("head") };
  const around = [-100, -140, 180, 140, 100].map((degrees, i) => ({
    degrees,
    spring: backSpring(head, degrees, `hair-back-${i}`),
  }));
  const [side, otherSide] = bothSprings(sideSpring(head));
  return {
    springs: [...around.map(({ spring }) => spring), side, otherSide],
    parts: [
      cap(head, {
        off: [0.016, 0.022],
        edge: byAngle([
          [0, 52],
          [40, 56],
          [58, 74],
          [75, 96],
          [180, 108],
        ]),
        segments: [30, 9],
        ...still,
      }),
      curtain(head, {
        from: 50,
        top: 1.31,
        hem: byAngle([
          [50, 1.092],
          [90, 1.07],
          [130, 1.052],
          [180, 1.046],
        ]),
        side: (t) => 0.17 + 0.02 * Math.sin(t * Math.PI * 0.85) - 0.09 * clamp(t - 0.75),
        depth: (t) => 0.159 + 0.022 * Math.sin(t * Math.PI * 0.8) - 0.08 * clamp(t - 0.75),
        locks: 9,
        groove: 0.006,
        segments: [45, 7],
        paint,
        bind: bindAround(head, around, ([, y]) => (SWING - y) / 0.16),
      }),
      ...FRINGE.map(([a, b, c, d, width]) =>
        lock({
          at: overHead(head, [a, b, c, d]),
          around: head.centre,
          width,
          segments: [6, 9],
          ...still,
        }),
      ),
      ...sideLocks(head, paint, side),
    ],
  };
}

function backSpring(head: HeadShape, degrees: number, name: string): Spring {
  const angle = (degrees * Math.PI) / 180;
  const at = (y: number, far: number): Vector => [
    Math.sin(angle) * far,
    y,
    head.centre[2] + Math.cos(angle) * far,
  ];
  return {
    name,
    parent: "head",
    points: [at(SWING, 0.162), at(1.14, 0.168), at(1.06, 0.162)],
    stiffness: 1.1,
    gravity: 0.04,
    drag: 0.45,
    radius: 0.012,
    avoids: ["head", "body"],
  };
}

const sideSpring = (head: HeadShape): Spring => ({
  name: "leftSideLock",
  parent: "head",
  points: [onHead(head, [64, 84, 0.026]), onHead(head, [63, 110, 0.03]), [0.11, 1.075, 0.088]],
  stiffness: 0.9,
  gravity: 0.05,
  drag: 0.4,
  radius: 0.012,
  avoids: ["head", "body"],
});

/** The locks that frame the face. */
function sideLocks(head: HeadShape, paint: Paint, spring: Spring): Surface[] {
  const dress: Dress = { paint, bind: alongSpring(spring, ([, y]) => (SWING - y) / 0.15) };
  const left = lock({
    at: overHead(head, [
      [54, 40, 0.02],
      [61, 64, 0.03],
      [62, 90, 0.03],
      [59, 116, 0.034],
      [53, 134, 0.033],
    ]),
    around: head.centre,
    width: 0.034,
    segments: [8, 9],
    ...dress,
  });
  return [join([left, mirrored(left)])];
}
