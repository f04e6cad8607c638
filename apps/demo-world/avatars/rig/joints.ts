import type { Figure } from "../figure.ts";
import { humanoid, type Joint } from "./skeleton.ts";
import { jointName } from "./springs.ts";

/** Every joint of a figure, parents first: the humanoid bones, then what swings. */
export function allJoints({
  build,
  eye,
  springs,
}: Pick<Figure, "build" | "eye" | "springs">): Joint[] {
  const swinging = springs.flatMap(({ name, parent, points }) =>
    points.map((at, i) => ({
      name: jointName(name, i),
      parent: i === 0 ? parent : jointName(name, i - 1),
      at,
    })),
  );
  return [...humanoid(build, eye), ...swinging];
}
