import type { Assembly } from "../build/assembly.ts";
import { mix, rgb, times } from "../build/colour.ts";
import { ball, bar, box, boxOn, post, turned } from "../build/shapes.ts";
import { CORAL, LAMP, LEAF, WHITE, WOOD } from "./look.ts";

/** The stall's middle, the height of its counter and of its roof. */
export const STALL = { x: 8, z: -5.2, top: 0.95, roof: 2.75 } as const;

/** The market's stall: a cart with two wheels under a striped awning, as at a summer fair. It faces the hall. */
export function addStall(into: Assembly): void {
  addCart(into);
  addAwning(into);
  addWares(into);
}

function addCart(into: Assembly): void {
  const { x, z, top } = STALL;
  into.add(boxOn(x, 0.34, z, 2.3, top - 0.42, 0.74, 0.35), WOOD.light, 0.1);
  into.add(boxOn(x, top - 0.08, z, 2.6, 0.08, 0.92, 0.4), WOOD.dark);
  into.add(boxOn(x, 0.34, z + 0.375, 2.32, 0.1, 0.02, 0.5), CORAL);
  for (let i = -5; i <= 5; i++)
    into.add(boxOn(x + i * 0.21, 0.44, z + 0.372, 0.03, 0.42, 0.02, 1), WOOD.honey);
  for (const dx of [-1.05, 1.05]) into.add(boxOn(x + dx, 0, z, 0.1, 0.36, 0.6), WOOD.dark);
  for (const side of [-1, 1]) addWheel(into, x + side * 0.62, z + 0.44);
}

function addWheel(into: Assembly, x: number, z: number): void {
  const radius = 0.3;
  const rim = Array.from({ length: 17 }, (_, i) => {
    const angle = (i / 16) * 2 * Math.PI;
    return [x + Math.cos(angle) * radius, radius + 0.02 + Math.sin(angle) * radius, z] as const;
  });
  into.add(bar(rim, 0.028, 6, 48), WOOD.dark);
  for (let i = 0; i < 4; i++) {
    const angle = (i / 4) * Math.PI;
    const [dx, dy] = [Math.cos(angle) * radius, Math.sin(angle) * radius];
    const spoke = [
      [x - dx, radius + 0.02 - dy, z],
      [x + dx, radius + 0.02 + dy, z],
    ] as const;
    into.add(bar(spoke, 0.016, 5, 2), WOOD.honey);
  }
  into.add(ball(x, radius + 0.02, z + 0.02, 0.05, 10), CORAL);
}

function addAwning(into: Assembly): void {
  const { x, z, roof } = STALL;
  for (const dx of [-1.2, 1.2]) {
    for (const dz of [-0.4, 0.42])
      into.add(post(x + dx, 0, z + dz, 0.04, roof - 0.06, 0.035, 8), WOOD.honey);
    addPaperLamp(into, x + dx * 1.1, 2.08, z + 0.62);
  }
  into.add(box(x, roof - 0.14, z + 0.42, 2.7, 0.09, 0.08), WOOD.honey);
  const stripes = 11;
  for (let i = 0; i < stripes; i++) {
    const width = 3 / stripes;
    const px = x - 1.5 + (i + 0.5) * width;
    const cloth = i % 2 === 0 ? CORAL : WHITE;
    const slope = box(0, 0, 0, width, 0.025, 1.7, 0.4).rotateX(0.2);
    into.add(slope.translate(px, roof + 0.04, z + 0.06), cloth, 0.08);
    into.add(box(px, roof - 0.24, z + 0.895, width * 0.95, 0.2, 0.02, 0.3), cloth, 0.08);
  }
}

function addPaperLamp(into: Assembly, x: number, y: number, z: number): void {
  const outline = [
    [0.04, -0.16],
    [0.11, -0.13],
    [0.15, -0.04],
    [0.15, 0.04],
    [0.11, 0.13],
    [0.04, 0.16],
  ] as const;
  into.add(
    turned(x, y, z, outline, 12),
    (_x, py) => times(LAMP, 1.05 - Math.abs(py - y) * 1.7),
    0.92,
  );
  into.add(post(x, y + 0.16, z, 0.007, 0.4, 0.007, 4), WOOD.dark);
}

/** What one may find on it: a crate of oranges, a bowl, a fan, a plant, a pile of prints. */
function addWares(into: Assembly): void {
  const { x, z, top } = STALL;
  into.add(boxOn(x - 0.86, top, z + 0.1, 0.46, 0.12, 0.36, 0.3), WOOD.honey);
  for (let i = 0; i < 7; i++) {
    const [dx, dz] = [(i % 3) * 0.13 - 0.13, Math.floor(i / 3) * 0.11 - 0.09];
    into.add(ball(x - 0.86 + dx, top + 0.14, z + 0.1 + dz, 0.065, 9), rgb("#f29a3f"));
  }
  const bowl = [
    [0.05, 0],
    [0.07, 0.01],
    [0.16, 0.09],
    [0.17, 0.11],
  ] as const;
  into.add(turned(x - 0.28, top, z + 0.12, bowl, 16), rgb("#2f7f8f"));
  into.add(ball(x - 0.28, top + 0.1, z + 0.12, 0.09, 14), mix(WHITE, rgb("#ffd9e2"), 0.5), 0.2);
  for (let i = 0; i < 5; i++) {
    const tint = [WHITE, rgb("#9fd3d6"), WHITE, CORAL, WHITE][i] ?? WHITE;
    into.add(boxOn(x + 0.26 + i * 0.012, top + i * 0.014, z + 0.08, 0.4, 0.013, 0.3), tint);
  }
  const pot = [
    [0.08, 0],
    [0.1, 0.02],
    [0.12, 0.18],
    [0.13, 0.2],
  ] as const;
  into.add(turned(x + 0.95, top, z + 0.02, pot, 12), rgb("#4a76b8"));
  for (let i = 0; i < 9; i++) {
    const angle = i * 2.4;
    const line = [
      [x + 0.95, top + 0.18, z + 0.02],
      [
        x + 0.95 + Math.cos(angle) * 0.1,
        top + 0.4 + (i % 3) * 0.05,
        z + 0.02 + Math.sin(angle) * 0.1,
      ],
      [
        x + 0.95 + Math.cos(angle) * 0.24,
        top + 0.44 + (i % 4) * 0.06,
        z + 0.02 + Math.sin(angle) * 0.2,
      ],
    ] as const;
    into.add(bar(line, 0.014, 4, 5), times(LEAF, 0.85 + (i % 3) * 0.15));
  }
}
