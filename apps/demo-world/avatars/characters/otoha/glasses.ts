import type { EyeShape } from "../../face/eye-shape.ts";
import { type HeadShape, onFace } from "../../face/head-shape.ts";
import { path } from "../../geometry/curve.ts";
import { type LoftOptions, loft } from "../../geometry/loft.ts";
import { bothSides, type Surface } from "../../geometry/surface.ts";
import type { Vector } from "../../geometry/vector.ts";
import { plain } from "../../paint/along.ts";
import type { Ramp } from "../../paint/swatch.ts";
import { rigid } from "../../rig/weights.ts";

const WIRE = 0.0026;
const RADIUS = 0.044;
/** How far in front of the skin the glasses sit. */
const OFF = 0.016;

/** Round glasses with thin rims. */
export function glasses(head: HeadShape, eye: EyeShape, paint: Ramp): Surface[] {
  const y = eye.y - 0.004;
  const rimPoint = (t: number): Vector => {
    const angle = t * 2 * Math.PI;
    const [px, py] = [eye.x + Math.cos(angle) * RADIUS, y + Math.sin(angle) * RADIUS * 0.94];
    // A lens is flat: it follows the face only as a whole.
    const flat = onFace(head, eye.x, y, OFF)[2];
    const near = onFace(head, px, py, OFF)[2];
    return [px, py, near + (flat - near) * 0.45];
  };
  const wire = (at: (t: number) => Vector, segments: LoftOptions["segments"]): Surface =>
    loft({
      ring: (t) => ({ at: at(t), side: WIRE, front: WIRE, back: WIRE }),
      front: (t) => [at(t)[0] * 0.1, 0.01, 1],
      segments,
      paint: plain(paint),
      bind: rigid("head"),
    });
  const hinge = rimPoint(0.02);
  const bridgeEnd = rimPoint(0.46);
  const ear: Vector = [head.half[0] * 1.0, y + 0.006, head.centre[2] - 0.01];
  const temple = path([hinge, [hinge[0] + 0.022, y + 0.006, hinge[2] - 0.03], ear]);
  const top: Vector = [0, bridgeEnd[1] + 0.008, onFace(head, 0, y, OFF)[2] + 0.004];
  const bridge = path([bridgeEnd, top, [-bridgeEnd[0], bridgeEnd[1], bridgeEnd[2]]]);
  return [
    bothSides(wire(rimPoint, [5, 20])),
    bothSides(wire(temple, [6, 4])),
    wire(bridge, [6, 6]),
  ];
}
