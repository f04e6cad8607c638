import type { Assembly } from "../build/assembly.ts";
import { rgb, times } from "../build/colour.ts";
import { ball, boxOn, post, turned } from "../build/shapes.ts";
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
  addSmallGifts(into);
  // An arch of light wood behind, with a paper lamp.
  for (const dx of [-1.3, 1.3]) into.add(post(x + dx, 0, z - 0.62, 0.05, 2.6, 0.04, 8), WOOD.honey);
  into.add(boxOn(x, 2.5, z - 0.62, 2.9, 0.1, 0.1), WOOD.honey);
}

/** Six small treasures on cushions, until the platform's own are there. */
function addSmallGifts(into: Assembly): void {
  const { x, z, top } = TABLE;
  const colours = [
    CORAL,
    rgb("#f7efe2"),
    rgb("#d9a441"),
    rgb("#5fa9a0"),
    rgb("#8a6bb0"),
    rgb("#e8a3a0"),
  ];
  colours.forEach((colour, i) => {
    const [px, pz] = [x - 0.95 + i * 0.38, z + (i % 2 === 0 ? 0.16 : -0.14)];
    into.add(boxOn(px, top, pz, 0.24, 0.05, 0.24), times(WHITE, 0.95));
    if (i % 3 === 0) into.add(ball(px, top + 0.15, pz, 0.1, 12), colour, 0.1);
    else if (i % 3 === 1) into.add(boxOn(px, top + 0.05, pz, 0.16, 0.16, 0.16), colour, 0.05);
    else
      into.add(
        turned(
          px,
          top + 0.05,
          pz,
          [
            [0.02, 0],
            [0.09, 0.02],
            [0.1, 0.12],
            [0.04, 0.2],
            [0.05, 0.24],
          ],
          12,
        ),
        colour,
        0.05,
      );
  });
}
