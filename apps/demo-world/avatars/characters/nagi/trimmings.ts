import type { HeadShape } from "../../face/head-shape.ts";
import { ball, loft } from "../../geometry/loft.ts";
import { bothSides, type Surface, sheet } from "../../geometry/surface.ts";
import { add, cross, normalize, scale, subtract, type Vector } from "../../geometry/vector.ts";
import { lock } from "../../hair/lock.ts";
import { onHead } from "../../hair/on-head.ts";
import { lengthwise, plain } from "../../paint/along.ts";
import type { Atlas } from "../../paint/atlas.ts";
import { type Ramp, swatch } from "../../paint/swatch.ts";
import { bothSprings } from "../../rig/spring-pair.ts";
import { alongSpring, type Spring } from "../../rig/springs.ts";
import { rigid } from "../../rig/weights.ts";

/** A red ribbon whose tails swing, and a shell in her hair. */
export function trimmings(head: HeadShape, atlas: Atlas): { parts: Surface[]; springs: Spring[] } {
  const red = swatch(atlas, ["f2685c", "c74a55"], ["e2524c", "b53d4c"]);
  const springs = bothSprings({
    name: "leftRibbon",
    parent: "chest",
    points: [
      [0.012, 0.862, 0.1],
      [0.024, 0.82, 0.112],
      [0.034, 0.77, 0.115],
    ],
    stiffness: 0.6,
    gravity: 0.1,
    drag: 0.4,
    radius: 0.008,
    avoids: ["body"],
  });
  const tail = lock({
    at: (t) => [0.01 + 0.026 * t, 0.868 - 0.1 * t, 0.092 + 0.024 * t],
    around: [0, 0.8, 0],
    width: 0.02,
    flat: 0.3,
    profile: [
      [0, 0.35],
      [0.6, 0.9],
      [0.95, 1],
      [1, 0.9],
    ],
    paint: lengthwise(red),
    bind: alongSpring(springs[0]),
    segments: [8, 5],
  });
  const knot = ball([0, 0.87, 0.104], [0.014, 0.015, 0.012], [10, 6], {
    paint: plain(red, 0),
    bind: rigid("chest"),
  });
  return {
    springs,
    parts: [bothSides(tail), bothSides(loop(red)), knot, ...hairShell(head, atlas)],
  };
}

function loop(red: Ramp): Surface {
  return loft({
    ring: (t) => ({
      at: [0.008 + t * 0.05, 0.872 + 0.008 * Math.sin(t * 3), 0.098 - 0.012 * t * t],
      side: 0.008 + 0.02 * Math.sin(Math.min(1, t * 1.1) * Math.PI * 0.62),
      front: 0.013 * (1 - 0.3 * t),
      back: 0.01,
    }),
    front: [0, 0, 1],
    segments: [10, 5],
    end: 0.008,
    paint: lengthwise(red),
    bind: rigid("chest"),
  });
}

/** A scallop the colour of sea glass, above her left temple, with a pearl at its hinge. */
function hairShell(head: HeadShape, atlas: Atlas): Surface[] {
  const glass = swatch(atlas, ["6fd3c7", "48a6ac"], ["e3fbf0", "a9d5d6"]);
  const hinge = onHead(head, [58, 62, 0.036]);
  const out = normalize(subtract(hinge, head.centre));
  const up = normalize(subtract([0.25, 1, 0.1], scale(out, 0.5)));
  const across = normalize(cross(up, out));
  const fan = sheet(
    (u, v): Vector => {
      const angle = (u - 0.5) * 2.3;
      const rib = 1 + 0.05 * Math.cos(angle * 12);
      const far = 0.046 * v * rib;
      const bulge =
        0.013 *
        Math.sin(v * Math.PI * 0.85) *
        (1 + 0.25 * Math.cos(angle * 12)) *
        Math.cos(angle * 0.9);
      return add(
        hinge,
        add(
          scale(up, Math.cos(angle) * far),
          add(scale(across, -Math.sin(angle) * far), scale(out, bulge)),
        ),
      );
    },
    [24, 5],
    { paint: lengthwise(glass), bind: rigid("head") },
  );
  const pearl = ball(add(hinge, scale(out, 0.006)), [0.0095, 0.0095, 0.0095], [10, 7], {
    paint: plain(swatch(atlas, ["fffaf4", "e3d6e4"])),
    bind: rigid("head"),
  });
  return [fan, pearl];
}
