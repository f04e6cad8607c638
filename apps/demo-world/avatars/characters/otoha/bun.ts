import type { HeadShape } from "../../face/head-shape.ts";
import { ball, loft } from "../../geometry/loft.ts";
import type { Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";

/** The bun: a ball with a coil around it. */
export function bun(head: HeadShape, dress: Parameters<typeof ball>[3]): Surface[] {
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

/** The bun's middle. */
export const bunPlace = ({ centre, half }: HeadShape): Vector => [
  0,
  centre[1] + half[1] * 0.98,
  centre[2] - half[2] * 0.62,
];
