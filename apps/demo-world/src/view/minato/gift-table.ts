import type { Assembly } from "../build/assembly.ts";
import { rgb, times } from "../build/colour.ts";
import { boxOn, post } from "../build/shapes.ts";
import { CORAL, WHITE, WOOD } from "./look.ts";

/** The table's middle and height. */
export const TABLE = { x: 0, z: -5, top: 0.95 } as const;

/** The table with what is given away. */
export function addGiftTable(into: Assembly): void {
  const { x, z, top } = TABLE;
  into.add(boxOn(x, top - 0.07, z, 2.4, 0.07, 1.1, 0.4), WOOD.honey);
  into.add(boxOn(x, 0.2, z, 2.2, 0.08, 0.9, 0.6), WOOD.dark);
  for (const dx of [-1.08, 1.08]) {
    for (const dz of [-0.44, 0.44])
      into.add(boxOn(x + dx, 0, z + dz, 0.1, top - 0.06, 0.1), WOOD.dark);
  }
  // A runner of cloth over the middle, down both sides.
  into.add(boxOn(x, top, z, 1.0, 0.012, 1.12, 0.4), rgb("#2f7f8f"));
  for (const side of [-1, 1]) {
    into.add(boxOn(x, top - 0.5, z + side * 0.565, 1.0, 0.51, 0.012, 0.4), rgb("#2f7f8f"));
    into.add(boxOn(x, top - 0.46, z + side * 0.572, 1.0, 0.04, 0.012, 0.6), rgb("#f2d9a0"));
  }
  addCushions(into);
  // An arch of light wood behind, with a paper lamp.
  for (const dx of [-1.3, 1.3]) into.add(post(x + dx, 0, z - 0.62, 0.05, 2.6, 0.04, 8), WOOD.honey);
  into.add(boxOn(x, 2.5, z - 0.62, 2.9, 0.1, 0.1), WOOD.honey);
}

/** A cushion for each gift. */
function addCushions(into: Assembly): void {
  const { x, z, top } = TABLE;
  for (let i = 0; i < 6; i++) {
    const [px, pz] = [x - 0.95 + i * 0.38, z + (i % 2 === 0 ? 0.16 : -0.14)];
    into.add(boxOn(px, top, pz, 0.26, 0.05, 0.26), i % 2 === 0 ? times(WHITE, 0.95) : CORAL);
  }
}
