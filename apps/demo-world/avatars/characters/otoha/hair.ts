import type { HeadShape } from "../../face/head-shape.ts";
import { path } from "../../geometry/curve.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import { cap } from "../../hair/cap.ts";
import { hairPaint, paintHair } from "../../hair/hair-picture.ts";
import { lock } from "../../hair/lock.ts";
import { byAngle, type HeadPlace, onHead, overHead } from "../../hair/on-head.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { bun } from "./bun.ts";
import { hairpin } from "./hairpin.ts";

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
