import type { HeadShape } from "../../face/head-shape.ts";
import { ball, loft } from "../../geometry/loft.ts";
import type { Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, swatch } from "../../paint/swatch.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";
import { bunPlace } from "./bun.ts";

/** A pin through the bun: a coral bead, and a chain that swings. */
export function hairpin(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
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
