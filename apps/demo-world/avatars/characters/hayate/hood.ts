import { loft } from "../../geometry/loft.ts";
import type { Surface } from "../../geometry/surface.ts";
import { lock } from "../../hair/lock.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Ramp } from "../../paint/swatch.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** The hood, lying on his back. */
export function hood(paint: Ramp): Surface {
  return loft({
    ring: (t) => {
      const angle = Math.PI * (0.62 + 0.76 * t) + Math.PI / 2;
      const bulk = Math.sin(Math.PI * t) ** 0.7;
      return {
        at: [
          Math.cos(angle) * 0.088,
          1.035 - 0.022 * bulk,
          Math.sin(angle) * 0.072 - 0.012 - 0.016 * bulk,
        ],
        side: 0.018 + 0.024 * bulk,
        front: 0.016 + 0.02 * bulk,
        back: 0.016 + 0.02 * bulk,
      };
    },
    front: [0, 1, 0],
    segments: [12, 14],
    start: 0.012,
    end: 0.012,
    paint: lengthwise(paint),
    bind: rigid("chest"),
  });
}

/** What the hood's cords swing by. */
export const cord = () =>
  bothSprings({
    name: "leftCord",
    parent: "chest",
    points: [
      [0.03, 1.02, 0.078],
      [0.034, 0.97, 0.1],
      [0.036, 0.92, 0.106],
    ],
    stiffness: 0.5,
    gravity: 0.15,
    drag: 0.35,
    radius: 0.006,
    avoids: ["body"],
  });

/** The left cord with its toggle. */
export function cordEnds(spring: Spring, paint: Ramp): Surface {
  return lock({
    at: (t) => [0.03 + 0.006 * t, 1.022 - 0.1 * t, 0.08 + 0.03 * Math.min(1, t * 1.6)],
    around: [0, 0.95, 0],
    width: 0.0065,
    flat: 1,
    profile: [
      [0, 0.6],
      [0.8, 0.6],
      [0.86, 1],
      [1, 0.9],
    ],
    segments: [6, 6],
    paint: plain(paint),
    bind: alongSpring(spring),
  });
}
