import { ball, loft } from "../../geometry/loft.ts";
import type { Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { swatch } from "../../paint/swatch.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** A red scarf with two loose ends. */
export function scarfParts(atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const red = swatch(atlas, ["f26a5a", "c74b55"], ["e2504a", "b23c4a"]);
  const around = loft({
    ring: (t) => {
      const angle = t * 2 * Math.PI + Math.PI;
      return {
        at: [
          Math.sin(angle) * 0.112,
          0.708 - 0.012 * Math.cos(angle),
          Math.cos(angle) * 0.105 + 0.006,
        ],
        side: 0.034,
        front: 0.03,
        back: 0.024,
      };
    },
    front: (t) => [-Math.sin(t * 2 * Math.PI), 0, -Math.cos(t * 2 * Math.PI)],
    segments: [10, 24],
    paint: (u) => red(0.5 + 0.5 * Math.cos(u * 4 * Math.PI)),
    bind: rigid("chest"),
  });
  const tails: Spring[] = [0, 1].map((i) => ({
    name: `scarf-${i}`,
    parent: "chest",
    points: [
      [0.07 + 0.012 * i, 0.69, 0.108],
      [0.082 + 0.03 * i, 0.61, 0.15],
      [0.086 + 0.045 * i, 0.53 + 0.03 * i, 0.168],
    ],
    stiffness: 0.7,
    gravity: 0.12,
    drag: 0.35,
    radius: 0.02,
    avoids: ["body"],
  }));
  const ends = tails.map((spring, i) =>
    lock({
      at: (t) => [
        0.07 + 0.012 * i + (0.016 + 0.033 * i) * t,
        0.7 - (0.18 - 0.03 * i) * t,
        0.105 + 0.065 * t ** 0.8,
      ],
      around: [0, 0.58, 0],
      width: 0.034,
      flat: 0.26,
      profile: [
        [0, 0.5],
        [0.4, 0.85],
        [0.95, 1],
        [1, 0.9],
      ],
      paint: lengthwise(red),
      bind: alongSpring(spring),
      segments: [8, 6],
    }),
  );
  const knot = ball([0.07, 0.7, 0.112], [0.03, 0.028, 0.024], [10, 7], {
    paint: plain(red, 0.2),
    bind: rigid("chest"),
  });
  return { parts: [around, knot, ...ends], springs: tails };
}
