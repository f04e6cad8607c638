import type { Assembly } from "../build/assembly.ts";
import { mix, rgb, times } from "../build/colour.ts";
import { bar, box, boxOn, post, turned } from "../build/shapes.ts";
import { LAMP, LEAF, WHITE, WOOD } from "./look.ts";
import { boothXs } from "./measures.ts";

const COUNTER_Z = 8.9;
const BACK_Z = 11.25;

/** The six booths in their companies' colours. */
export function addBooths(into: Assembly, colours: readonly string[]): void {
  for (const [i, x] of boothXs().entries()) addBooth(into, x, colours[i] ?? "#2f7f8f");
}

function addBooth(into: Assembly, x: number, hex: string): void {
  const colour = rgb(hex);
  // A low stage and a back wall of boards with a field of colour.
  into.add(boxOn(x, 0, 10, 5.3, 0.06, 3.1, 0.7), WOOD.light);
  into.add(boxOn(x, 0, BACK_Z + 0.1, 5, 3.1, 0.2, 0.6), mix(WHITE, colour, 0.08));
  into.add(boxOn(x, 0.06, BACK_Z - 0.03, 5, 0.85, 0.06, 0.5), colour);
  into.add(boxOn(x, 0.9, BACK_Z - 0.04, 5, 0.05, 0.08, 1), WOOD.honey);
  addCounter(into, x, hex);
  addCanopy(into, x, hex);
  for (const side of [-1, 1]) {
    into.add(boxOn(x + side * 2.45, 0, 9.15, 0.1, 3.05, 0.1, 0.5), WOOD.honey);
    into.add(boxOn(x + side * 2.45, 2.9, 10.2, 0.09, 0.1, 2.2), WOOD.honey);
    addPaperLamp(into, x + side * 1.55, 2.32, 9.2);
  }
  addShelf(into, x, hex);
}

function addCounter(into: Assembly, x: number, hex: string): void {
  const colour = rgb(hex);
  into.add(boxOn(x, 0.06, COUNTER_Z, 2.5, 0.92, 0.62, 0.35), WOOD.light, 0.16);
  into.add(boxOn(x, 0.98, COUNTER_Z, 2.7, 0.06, 0.74, 0.5), WOOD.dark);
  into.add(boxOn(x, 0.06, COUNTER_Z - 0.005, 2.52, 0.12, 0.64, 0.6), times(colour, 0.8));
  for (let i = -6; i <= 6; i++) {
    if (Math.abs(i) < 5) continue;
    into.add(boxOn(x + i * 0.2, 0.18, COUNTER_Z - 0.32, 0.05, 0.8, 0.03, 1), WOOD.honey);
  }
  // Things on the counter: a vase, a bowl, leaflets.
  into.add(
    turned(
      x + 1.05,
      1.04,
      COUNTER_Z,
      [
        [0.02, 0],
        [0.08, 0.01],
        [0.1, 0.1],
        [0.04, 0.2],
        [0.05, 0.25],
      ],
      12,
    ),
    mix(colour, WHITE, 0.35),
  );
  for (let i = 0; i < 5; i++) {
    const angle = i * 1.3;
    const line = [
      [x + 1.05, 1.26, COUNTER_Z],
      [x + 1.05 + Math.cos(angle) * 0.07, 1.46, COUNTER_Z + Math.sin(angle) * 0.07],
      [x + 1.05 + Math.cos(angle) * 0.18, 1.58 + i * 0.02, COUNTER_Z + Math.sin(angle) * 0.18],
    ] as const;
    into.add(bar(line, 0.014, 4, 5), LEAF);
  }
  for (let i = 0; i < 3; i++) {
    into.add(
      boxOn(x - 0.95 + i * 0.04, 1.04 + i * 0.012, COUNTER_Z + i * 0.02, 0.3, 0.012, 0.22),
      i === 1 ? colour : WHITE,
    );
  }
}

/** A roof of cloth, in stripes of the company's colour. */
function addCanopy(into: Assembly, x: number, hex: string): void {
  const colour = rgb(hex);
  const stripes = 10;
  for (let i = 0; i < stripes; i++) {
    const width = 5.2 / stripes;
    const px = x - 2.6 + (i + 0.5) * width;
    const slope = box(0, 0, 0, width, 0.03, 2.3, 0.8).rotateX(-0.16).translate(px, 3.2, 10.15);
    into.add(slope, i % 2 === 0 ? colour : mix(WHITE, colour, 0.06));
  }
}

function addPaperLamp(into: Assembly, x: number, y: number, z: number): void {
  const outline = [
    [0.05, -0.2],
    [0.13, -0.16],
    [0.17, -0.05],
    [0.17, 0.05],
    [0.13, 0.16],
    [0.05, 0.2],
  ] as const;
  into.add(
    turned(x, y, z, outline, 12),
    (_x, py) => times(LAMP, 1.05 - Math.abs(py - y) * 1.6),
    0.92,
  );
  into.add(post(x, y + 0.2, z, 0.008, 0.5, 0.008, 4), WOOD.dark);
  for (const side of [-1, 1])
    into.add(post(x, y + side * 0.2 - 0.015, z, 0.06, 0.03, 0.06, 10), WOOD.dark);
}

/** A shelf at the side with books and boxes in the company's colours. */
function addShelf(into: Assembly, x: number, hex: string): void {
  const colour = rgb(hex);
  for (const y of [0.95, 1.35, 1.75])
    into.add(boxOn(x + 1.95, y, 10.98, 0.9, 0.03, 0.3, 0.5), WOOD.honey);
  for (let i = 0; i < 11; i++) {
    const shelf = 0.98 + (i % 2) * 0.4;
    const tall = 0.2 + ((i * 7) % 5) * 0.02;
    const tint = i % 3 === 0 ? colour : i % 3 === 1 ? mix(colour, WHITE, 0.6) : WOOD.light;
    into.add(boxOn(x + 1.6 + i * 0.065, shelf, 10.98, 0.05, tall, 0.18), tint);
  }
  // A mat where one stands to ask.
  into.add(boxOn(x, 0, 7.6, 3, 0.015, 1.7, 0.4), mix(colour, WHITE, 0.25));
}
