import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, rgb, times } from "../build/colour.ts";
import { ball, box, boxOn, post, turned } from "../build/shapes.ts";
import { GOLD, INDIGO, LANTERN, STONE, TIMBER } from "./look.ts";
import { STALL } from "./measures.ts";

const TOP = 0.92;
const ROOF = 2.5;

/** The market's stall: a counter under a roof of cloth, with two lanterns. It faces the middle of the room. */
export function addStall(into: Assembly): void {
  addCounter(into);
  addRoof(into);
  addWares(into);
}

function addCounter(into: Assembly): void {
  const { x, z } = STALL;
  into.add(boxOn(x, 0, z, 2.2, 0.1, 0.76, 0.5), STONE.dark);
  into.add(boxOn(x, 0.1, z, 2.1, TOP - 0.16, 0.66, 0.35), times(TIMBER, 0.8));
  into.add(boxOn(x, TOP - 0.06, z, 2.34, 0.06, 0.84, 0.4), TIMBER);
  // A lattice in front, lit from behind by a sheet of paper.
  into.add(
    box(x, 0.48, z + 0.335, 2.0, 0.6, 0.01, 0.3),
    (px) => times(LANTERN, 0.62 - 0.12 * Math.abs(px - x)),
    0.85,
  );
  for (let i = -8; i <= 8; i++)
    into.add(boxOn(x + i * 0.123, 0.14, z + 0.345, 0.028, 0.7, 0.03), TIMBER);
  for (const y of [0.16, 0.48, 0.8]) into.add(box(x, y, z + 0.352, 2.06, 0.03, 0.03, 1), TIMBER);
}

function addRoof(into: Assembly): void {
  const { x, z } = STALL;
  for (const dx of [-1.1, 1.1]) {
    for (const dz of [-0.38, 0.44])
      into.add(post(x + dx, 0, z + dz, 0.04, ROOF - 0.1, 0.035, 8), TIMBER);
    into.add(box(x + dx, ROOF - 0.12, z + 0.03, 0.06, 0.08, 1), TIMBER);
    addLantern(into, x + dx * 1.09, 1.92, z + 0.6);
  }
  into.add(box(x, ROOF - 0.12, z + 0.44, 2.5, 0.09, 0.08), TIMBER);
  // Cloth in stripes of indigo and paper, sloping to the front.
  const stripes = 9;
  for (let i = 0; i < stripes; i++) {
    const width = 2.7 / stripes;
    const px = x - 1.35 + (i + 0.5) * width;
    const cloth: Rgb = i % 2 === 0 ? INDIGO : mix(LANTERN, [1, 1, 1], 0.45);
    into.add(
      box(0, 0, 0, width, 0.025, 1.5, 0.4)
        .rotateX(0.2)
        .translate(px, ROOF + 0.04, z + 0.04),
      cloth,
      0.06,
    );
    into.add(box(px, ROOF - 0.2, z + 0.77, width * 0.96, 0.2, 0.02, 0.4), cloth, 0.06);
  }
}

function addLantern(into: Assembly, x: number, y: number, z: number): void {
  const outline = [
    [0.04, -0.18],
    [0.1, -0.15],
    [0.14, -0.04],
    [0.14, 0.04],
    [0.1, 0.15],
    [0.04, 0.18],
  ] as const;
  into.add(
    turned(x, y, z, outline, 12),
    (_x, py) => times(LANTERN, 1.1 - Math.abs(py - y) * 1.8),
    0.95,
  );
  for (const end of [-0.2, 0.17]) into.add(post(x, y + end, z, 0.05, 0.03, 0.05, 10), TIMBER, 0.2);
  into.add(post(x, y + 0.2, z, 0.007, 0.32, 0.007, 4), TIMBER);
}

/** What one may find on it: bowls, a scroll, a shell, boxes. */
function addWares(into: Assembly): void {
  const { x, z } = STALL;
  const bowl = [
    [0.04, 0],
    [0.06, 0.01],
    [0.13, 0.07],
    [0.14, 0.09],
  ] as const;
  into.add(turned(x - 0.82, TOP, z + 0.08, bowl, 16), rgb("#8fb7d9"), 0.15);
  into.add(turned(x - 0.82, TOP + 0.035, z + 0.08, bowl, 16), rgb("#e2a79c"), 0.15);
  into.add(box(x - 0.36, TOP + 0.05, z + 0.02, 0.34, 0.09, 0.09), rgb("#c9563f"), 0.15);
  into.add(box(x - 0.36, TOP + 0.05, z + 0.02, 0.06, 0.1, 0.1), GOLD, 0.2);
  for (const side of [-1, 1])
    into.add(ball(x - 0.36 + side * 0.2, TOP + 0.05, z + 0.02, 0.04, 9), GOLD, 0.2);
  into.add(
    ball(x + 0.14, TOP + 0.12, z + 0.06, 0.12, 18),
    mix(rgb("#f6e6ee"), rgb("#9fc2ff"), 0.25),
    0.45,
  );
  into.add(post(x + 0.14, TOP, z + 0.06, 0.09, 0.03, 0.07, 12), INDIGO);
  for (let i = 0; i < 3; i++) {
    const size = 0.22 - i * 0.05;
    const tint = [rgb("#5f8f5a"), rgb("#d9b26a"), rgb("#8a6bb0")][i] ?? GOLD;
    into.add(boxOn(x + 0.72, TOP + i * 0.09, z + 0.02, size, 0.085, size), tint, 0.12);
  }
}
