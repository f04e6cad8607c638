import type { HeadShape } from "../../face/head-shape.ts";
import { path } from "../../geometry/curve.ts";
import { ball, loft } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { cap } from "../../hair/cap.ts";
import { hairPaint, paintHair } from "../../hair/hair-picture.ts";
import { lock } from "../../hair/lock.ts";
import { byAngle, type HeadPlace, onHead, overHead } from "../../hair/on-head.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { type Ramp, swatch } from "../../paint/swatch.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** Silver hair, drawn back into a bun with a coral pin. */
export function silverBun(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const picture = atlas.picture(
    250,
    130,
    paintHair({
      root: hex("a9a4c0"),
      middle: hex("c6c2d8"),
      tip: hex("dedbe8"),
      halo: hex("ffffff"),
      ring: 0.3,
      strength: 0.8,
    }),
  );
  const paint = hairPaint(head, picture, head.centre[1] - head.half[1]);
  const still = { paint, bind: rigid("head") };
  const strand = (places: readonly HeadPlace[], width: number): Surface =>
    lock({ at: overHead(head, places), around: head.centre, width, ...still, segments: [6, 7] });
  const temple = templeLock(head);
  const [leftTemple] = bothSprings(temple);
  const pin = hairpin(head, atlas);
  return {
    springs: [...bothSprings(temple), ...pin.springs],
    parts: [
      cap(head, {
        off: [0.017, 0.016],
        edge: byAngle([
          [0, 44],
          [30, 50],
          [50, 66],
          [62, 88],
          [80, 100],
          [180, 114],
        ]),
        segments: [30, 8],
        ...still,
      }),
      strand(
        [
          [-6, 24, 0.0],
          [-26, 44, 0.024],
          [-48, 60, 0.022],
          [-70, 84, 0.014],
        ],
        0.04,
      ),
      strand(
        [
          [-10, 14, 0.0],
          [-44, 36, 0.026],
          [-74, 58, 0.024],
          [-100, 82, 0.014],
        ],
        0.042,
      ),
      strand(
        [
          [-12, 26, 0.0],
          [8, 45, 0.024],
          [34, 60, 0.023],
          [62, 84, 0.014],
        ],
        0.036,
      ),
      strand(
        [
          [-8, 16, 0.0],
          [26, 34, 0.028],
          [60, 54, 0.026],
          [90, 82, 0.014],
        ],
        0.044,
      ),
      bothSides(
        lock({
          at: path(temple.points),
          around: head.centre,
          width: 0.015,
          paint,
          bind: alongSpring(leftTemple),
          segments: [6, 7],
        }),
      ),
      ...bun(head, still),
      ...pin.parts,
    ],
  };
}

/** The bun: a ball with a coil around it. */
function bun(head: HeadShape, dress: Parameters<typeof ball>[3]): Surface[] {
  const middle = bunPlace(head);
  const coil = loft({
    ring: (t) => {
      const angle = t * 2 * Math.PI;
      return {
        at: [
          middle[0] + Math.cos(angle) * 0.056,
          middle[1] - 0.024 + 0.008 * Math.sin(angle * 2),
          middle[2] + Math.sin(angle) * 0.054 + 0.012,
        ],
        side: 0.022,
        front: 0.023,
        back: 0.02,
      };
    },
    front: (t) => [Math.cos(t * 2 * Math.PI), 0.3, Math.sin(t * 2 * Math.PI)],
    segments: [8, 20],
    ...dress,
  });
  return [ball(middle, [0.066, 0.06, 0.064], [18, 12], dress), coil];
}

const bunPlace = ({ centre, half }: HeadShape): Vector => [
  0,
  centre[1] + half[1] * 0.98,
  centre[2] - half[2] * 0.62,
];

const templeLock = (head: HeadShape): Spring => ({
  name: "leftTemple",
  parent: "head",
  points: [
    onHead(head, [70, 74, 0.014]),
    onHead(head, [72, 98, 0.014]),
    onHead(head, [68, 124, 0.012]),
  ],
  stiffness: 0.9,
  gravity: 0.05,
  drag: 0.4,
  radius: 0.008,
  avoids: ["head"],
});

/** A pin through the bun: a coral bead, and a chain that swings. */
function hairpin(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const [x, y, z] = bunPlace(head);
  const gold = swatch(atlas, ["ffdc94", "d8a262"]);
  const coral = swatch(atlas, ["ff7d66", "d4545a"], ["f5604f", "c24853"]);
  const bead: Vector = [x + 0.1, y + 0.03, z + 0.03];
  const stick = loft({
    ring: (t) => ({
      at: [x - 0.085 + 0.185 * t, y - 0.024 + 0.054 * t, z + 0.012 + 0.018 * t],
      side: 0.0042,
      front: 0.0042,
      back: 0.0042,
    }),
    front: [0, 0, 1],
    segments: [6, 2],
    start: 0.004,
    paint: plain(gold),
    bind: rigid("head"),
  });
  const spring: Spring = {
    name: "hairpin",
    parent: "head",
    points: [bead, [bead[0], bead[1] - 0.035, bead[2]], [bead[0], bead[1] - 0.075, bead[2]]],
    stiffness: 0.25,
    gravity: 0.3,
    drag: 0.2,
    radius: 0.006,
    avoids: ["head"],
  };
  return {
    parts: [
      stick,
      ball(bead, [0.018, 0.018, 0.018], [12, 8], { paint: lengthwise(coral), bind: rigid("head") }),
      ...dangle(bead, spring, gold, coral),
    ],
    springs: [spring],
  };
}

function dangle([x, y, z]: Vector, spring: Spring, gold: Ramp, coral: Ramp): Surface[] {
  const bind = alongSpring(spring, ([, at]) => (y - at) / 0.075);
  const thread = loft({
    ring: (t) => ({ at: [x, y - 0.07 * t, z], side: 0.0025, front: 0.0025, back: 0.0025 }),
    front: [0, 0, 1],
    segments: [5, 4],
    paint: plain(gold),
    bind,
  });
  const bead = (down: number, size: number, paint: Ramp) =>
    ball([x, y - down, z], [size, size, size], [8, 6], { paint: lengthwise(paint), bind });
  return [thread, bead(0.034, 0.007, gold), bead(0.052, 0.0085, coral), bead(0.072, 0.0105, coral)];
}
