import { type Dress, type Surface, sheet } from "../geometry/surface.ts";
import { add, normalize, subtract, type Vector } from "../geometry/vector.ts";
import { AT_REST, EXPRESSION_NAMES, EXPRESSIONS, type FacePose } from "./face-pose.ts";
import { type HeadShape, onFace } from "./head-shape.ts";

/** Where a part's point for two numbers from 0 to 1 lies on a face in a given pose. */
export type FacePlace = (pose: FacePose, u: number, v: number) => Vector;

/** A part of the face, with a morph target for every expression that moves it. */
export function facePart(
  shape: HeadShape,
  place: FacePlace,
  segments: readonly [number, number],
  dress: Dress,
): Surface {
  const at = (pose: FacePose) => sheet((u, v) => place(pose, u, v), segments, dress);
  const rest = at(AT_REST);
  const morphs = new Map<string, Vector[]>();
  for (const name of EXPRESSION_NAMES) {
    const moved = at({ ...AT_REST, ...EXPRESSIONS[name] });
    const moves = moved.positions.map((p, i) => subtract(p, rest.positions[i] ?? p));
    if (moves.some((move) => Math.hypot(...move) > 1e-6)) morphs.set(name, moves);
  }
  const normals = rest.positions.map((at) => calmNormal(shape, at));
  return { ...rest, normals, morphs, triangles: gridTriangles(segments) };
}

/** Takes the light as the skin below does, but more evenly. */
function calmNormal(shape: HeadShape, [x, y]: Vector): Vector {
  const skin = subtract(onFace(shape, x, y, 1), onFace(shape, x, y, 0));
  return normalize(add(skin, [0, 0, 0.8]));
}

/** All squares, also those that are closed at rest and that an expression opens. */

function gridTriangles([across, along]: readonly [number, number]): Surface["triangles"] {
  const out: Surface["triangles"] = [];
  const index = (i: number, j: number) => i * (along + 1) + j;
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < along; j++) {
      out.push([index(i, j), index(i + 1, j), index(i + 1, j + 1)]);
      out.push([index(i, j), index(i + 1, j + 1), index(i, j + 1)]);
    }
  }
  return out;
}
