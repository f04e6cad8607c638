import { smoothstep } from "../../geometry/curve.ts";
import { loft } from "../../geometry/loft.ts";
import { type Surface, sheet } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { type Atlas, blendTones, tone } from "../../paint/atlas.ts";
import { hex } from "../../paint/colour.ts";
import { swatch } from "../../paint/swatch.ts";
import { rigid } from "../../rig/weights.ts";

const MIDDLE: Vector = [0, 0.53, -0.06];
const HALF: Vector = [0.205, 0.235, 0.15];

/** How near a place is to the edge of its plate: plates are hexagons, 0 in the middle, 1 at the seam. */
function plateEdge(x: number, y: number): number {
  const size = 0.6;
  const [a, b] = [x / size, y / (size * 0.88)];
  const row = Math.round(b);
  let best = Infinity;
  let second = Infinity;
  for (let r = row - 1; r <= row + 1; r++) {
    for (let c = -1; c <= 1; c++) {
      const shift = r % 2 === 0 ? 0 : 0.5;
      const centre = Math.round(a - shift) + shift + c;
      const far = Math.hypot(a - centre, (b - r) * 0.88);
      if (far < best) [second, best] = [best, far];
      else if (far < second) second = far;
    }
  }
  return 1 - Math.min(1, (second - best) * 1.9);
}

function paintShell(x: number, y: number) {
  const [px, py] = [x * 2 - 1, y * 2 - 1];
  const plate = blendTones(tone(hex("2f8a7c")), tone(hex("1f6d6b")), smoothstep(-1, 1, py));
  const middle = blendTones(plate, tone(hex("5cc0a0")), 0.55 * (1 - plateEdge(px, py)));
  return blendTones(middle, tone(hex("f3d58e")), smoothstep(0.74, 0.88, plateEdge(px, py)));
}

/** The shell that he carries like a satchel, with its rim and straps. */
export function shell(atlas: Atlas): Surface[] {
  const picture = atlas.picture(128, 128, paintShell);
  const rim = swatch(atlas, ["f6dfa6", "d4b083"], ["e8c682", "c39a70"]);
  const bind = rigid("chest");
  const dome = sheet(
    (u, v): Vector => {
      const [angle, out] = [u * 2 * Math.PI, v * (Math.PI / 2)];
      return [
        MIDDLE[0] + Math.cos(angle) * Math.sin(out) * HALF[0],
        MIDDLE[1] + Math.sin(angle) * Math.sin(out) * HALF[1],
        MIDDLE[2] - Math.cos(out) ** 0.85 * HALF[2],
      ];
    },
    [28, 9],
    {
      paint: (_u, _v, [x, y]) =>
        picture(0.5 + ((x - MIDDLE[0]) / HALF[0]) * 0.5, 0.5 - ((y - MIDDLE[1]) / HALF[1]) * 0.5),
      bind,
    },
  );
  const edge = loft({
    ring: (t) => {
      const angle = t * 2 * Math.PI;
      return {
        at: [
          MIDDLE[0] + Math.cos(angle) * HALF[0],
          MIDDLE[1] + Math.sin(angle) * HALF[1],
          MIDDLE[2],
        ],
        side: 0.021,
        front: 0.026,
        back: 0.02,
      };
    },
    front: (t) => [Math.cos(t * 2 * Math.PI), Math.sin(t * 2 * Math.PI), 0],
    segments: [8, 30],
    paint: (_u, v) => rim(Math.abs(2 * v - 1)),
    bind,
  });
  return [dome, edge];
}
