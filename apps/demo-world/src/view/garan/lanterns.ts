import type { Assembly } from "../build/assembly.ts";
import { times } from "../build/colour.ts";
import { post, turned } from "../build/shapes.ts";
import { LANTERN, TIMBER } from "./look.ts";
import { LANTERNS } from "./measures.ts";

/** Paper lanterns, bright in the middle. */
export function addLanterns(into: Assembly): void {
  for (const [i, [x, y, z]] of LANTERNS.entries()) {
    const s = 0.85 + (i % 3) * 0.2;
    const outline = [
      [0.1 * s, -0.34 * s],
      [0.2 * s, -0.3 * s],
      [0.27 * s, -0.1 * s],
      [0.27 * s, 0.1 * s],
      [0.2 * s, 0.3 * s],
      [0.1 * s, 0.34 * s],
    ] as const;
    into.add(
      turned(x, y, z, outline, 14),
      (_x, py) => times(LANTERN, 1.12 - Math.abs(py - y) * 1.5),
      1,
    );
    for (const end of [-0.36, 0.33])
      into.add(post(x, y + end * s, z, 0.11 * s, 0.04, 0.11 * s, 10), TIMBER, 0.3);
    into.add(post(x, y - 0.62 * s, z, 0.012, 0.26 * s, 0.012, 5), times(LANTERN, 0.6), 0.6);
  }
}
