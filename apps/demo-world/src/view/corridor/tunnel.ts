import { CORRIDOR_LENGTH } from "../../sim/place/corridor.ts";
import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, rgb, times } from "../build/colour.ts";
import { seeded } from "../build/random.ts";
import { ball, bar, box, ringAcrossX } from "../build/shapes.ts";
import { DOORS, SEA } from "./look.ts";
import { TUBE } from "./measures.ts";

const END = CORRIDOR_LENGTH;

/** From Minato's colour in the west to Garan's in the east. */
const between = (west: Rgb, east: Rgb) => (x: number) => mix(west, east, x / END);

/** The way itself: a floor between two lines of light, ribs that hold the glass, a portal at each end. */
export function addTunnel(into: Assembly): void {
  const line = between(DOORS.minato, DOORS.garan);
  for (const side of [-1, 1]) {
    into.add(box(END / 2, 0.03, side * 2.32, END, 0.06, 0.09, 1.3), line, 1);
    into.add(box(END / 2, 0.02, side * 2.62, END, 0.1, 0.5, 1.6), rgb("#2f6277"), 0.3);
  }
  for (let x = 0.2; x <= END; x += 2.134) {
    into.add(ringAcrossX(x, TUBE.y, 0, TUBE.radius, 0.055, 6, 40), times(line(x), 0.5), 0.45);
  }
  for (const [x, colour] of [
    [0.35, DOORS.minato],
    [END - 0.35, DOORS.garan],
  ] as const) {
    for (const [radius, thick] of [
      [2.75, 0.2],
      [2.42, 0.07],
    ] as const) {
      into.add(
        ringAcrossX(x, TUBE.y + 0.4, 0, radius, thick, 8, 56),
        colour,
        thick < 0.1 ? 1 : 0.5,
      );
    }
  }
}

/** The bottom of the sea outside: sand, rocks, corals and weed. */
export function addSeabed(into: Assembly): void {
  const random = seeded(17);
  const tints = [rgb("#e8745f"), rgb("#f0a0a8"), rgb("#d9a441"), rgb("#7c6bc4"), rgb("#4fb3a4")];
  for (let i = 0; i < 46; i++) {
    const side = i % 2 === 0 ? 1 : -1;
    const [x, z] = [-3 + random() * (END + 6), side * (4.4 + random() * 9)];
    const far = Math.min(1, (Math.abs(z) - 4) / 10);
    const size = 0.5 + random() * 1.3;
    into.add(ball(x, -1.5, z, size, 7), faded(rgb("#3d5566"), x, far), 0.2);
    if (i % 3 === 0) addWeed(into, x + size, z, far, random);
    else
      addFan(into, x, -1.4 + size * 0.7, z, tints[i % tints.length] ?? rgb("#e8745f"), far, random);
  }
  into.add(
    box(END / 2, -1.9, 0, END + 40, 0.3, 50, 3),
    (x, _y, z) => faded(rgb("#6d8a86"), x, Math.abs(z) / 20),
    0.35,
  );
}

/** Water takes colours away with distance. */
const faded = (colour: Rgb, x: number, far: number): Rgb =>
  mix(colour, times(mix(SEA.warm, SEA.cold, x / END), 0.42), Math.min(0.92, 0.25 + far * 0.75));

function addWeed(into: Assembly, x: number, z: number, far: number, random: () => number): void {
  for (let i = 0; i < 3; i++) {
    const tall = 1.6 + random() * 2.6;
    const [dx, dz] = [(random() - 0.5) * 0.8, (random() - 0.5) * 0.8];
    const stalk = [
      [x + dx, -1.8, z + dz],
      [x + dx + 0.2, -1.8 + tall * 0.4, z + dz - 0.1],
      [x + dx - 0.15, -1.8 + tall * 0.75, z + dz + 0.1],
      [x + dx + 0.1, -1.8 + tall, z + dz],
    ] as const;
    into.add(bar(stalk, 0.06, 4, 8), faded(rgb("#3f8f6a"), x, far), 0.3);
  }
}

function addFan(
  into: Assembly,
  x: number,
  y: number,
  z: number,
  colour: Rgb,
  far: number,
  random: () => number,
): void {
  for (let i = 0; i < 6; i++) {
    const angle = -0.9 + (i / 5) * 1.8 + (random() - 0.5) * 0.3;
    const tall = 0.7 + random() * 0.7;
    const arm = [
      [x, y, z],
      [x + Math.sin(angle) * tall * 0.4, y + tall * 0.55, z + (random() - 0.5) * 0.3],
      [x + Math.sin(angle) * tall * 0.75, y + tall, z + (random() - 0.5) * 0.4],
    ] as const;
    into.add(bar(arm, 0.07 - i * 0.004, 5, 5), faded(colour, x, far), 0.4);
  }
}
