import type { BufferGeometry } from "three";
import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, rgb } from "../build/colour.ts";
import { clouds } from "../build/noise.ts";
import { bar, box, boxOn, post, turned } from "../build/shapes.ts";
import { GOLD, STONE, TIMBER } from "./look.ts";
import { EASEL } from "./measures.ts";

/** The canvas leans back by so much, in radians. */
const LEAN = 0.2;
const WIDTH = 1.05;
const HEIGHT = 0.86;
const PAPER = rgb("#f3ead8");

/** An easel with a canvas that somebody has begun, and a stool with brushes beside it. It faces the middle of the room. */
export function addEasel(into: Assembly): void {
  const { x, z } = EASEL;
  for (const side of [-1, 1]) {
    const leg = [
      [x + side * 0.48, 0, z - 0.34],
      [x + side * 0.2, 1.1, z - 0.12],
      [x + side * 0.06, 2.02, z + 0.06],
    ] as const;
    into.add(bar(leg, 0.032, 7), TIMBER);
  }
  const behind = [
    [x, 0, z + 0.38],
    [x, 1.1, z + 0.16],
    [x, 1.9, z + 0.04],
  ] as const;
  into.add(bar(behind, 0.03, 7), TIMBER);
  into.add(box(x, 0.82, z - 0.2, 1.1, 0.06, 0.12), TIMBER);
  into.add(box(x, 0.84, z - 0.26, 1.1, 0.05, 0.02), GOLD, 0.1);
  into.add(box(x, 0.42, z - 0.24, 0.74, 0.05, 0.04), TIMBER);
  into.add(boxOn(x, 1.68, z + 0.02, 0.16, 0.3, 0.05), TIMBER);
  addCanvas(into, x, 0.86, z - 0.2);
  addStool(into, x - 0.86, z - 0.05);
}

/** Waves under a moon, as far as they are painted. */
function addCanvas(into: Assembly, x: number, bottom: number, z: number): void {
  const middle = bottom + HEIGHT / 2;
  const place = (geometry: BufferGeometry, out: number) =>
    geometry
      .translate(0, HEIGHT / 2, out)
      .rotateX(LEAN)
      .translate(x, bottom, z);
  into.add(
    place(box(0, 0, 0, WIDTH, HEIGHT, 0.035, 0.028), 0),
    (px, py) => paintedAt(px - x, py - middle),
    0.42,
  );
  for (const side of [-1, 1]) {
    into.add(place(box((side * (WIDTH + 0.03)) / 2, 0, 0, 0.03, HEIGHT + 0.05, 0.06), 0), TIMBER);
    into.add(place(box(0, (side * (HEIGHT + 0.03)) / 2, 0, WIDTH + 0.05, 0.03, 0.06), 0), TIMBER);
  }
}

function paintedAt(x: number, y: number): Rgb {
  const moon = Math.hypot(x + 0.2, y - 0.2) < 0.13;
  // The right side is still bare.
  const bare = Math.min(1, Math.max(0, (x - 0.12 + 0.25 * clouds(x * 6, y * 6, 2)) * 5));
  const swell = y + 0.06 * Math.sin(x * 7 + 1) + 0.1;
  const sea = mix(rgb("#23407a"), rgb("#5f8fc4"), 0.5 + 0.5 * Math.sin(swell * 34));
  const sky = mix(rgb("#7f6f9c"), rgb("#e9b9a0"), 0.5 - y);
  const painted = swell < 0 ? sea : moon ? rgb("#fff2c9") : sky;
  return mix(painted, PAPER, bare);
}

function addStool(into: Assembly, x: number, z: number): void {
  for (let i = 0; i < 3; i++) {
    const angle = i * 2.1 + 0.4;
    const [dx, dz] = [Math.cos(angle), Math.sin(angle)];
    const leg = [
      [x + dx * 0.2, 0, z + dz * 0.2],
      [x + dx * 0.12, 0.5, z + dz * 0.12],
    ] as const;
    into.add(bar(leg, 0.02, 6, 3), TIMBER);
  }
  into.add(post(x, 0.5, z, 0.2, 0.04, 0.2, 16), TIMBER);
  const jar = [
    [0.05, 0],
    [0.075, 0.02],
    [0.07, 0.11],
    [0.055, 0.16],
  ] as const;
  into.add(turned(x - 0.05, 0.54, z, jar, 12), mix(STONE.pale, rgb("#5f8fc4"), 0.4));
  for (let i = 0; i < 5; i++) {
    const angle = i * 1.3;
    const line = [
      [x - 0.05, 0.62, z],
      [x - 0.05 + Math.cos(angle) * 0.08, 0.88 + (i % 3) * 0.03, z + Math.sin(angle) * 0.08],
    ] as const;
    into.add(bar(line, 0.008, 5, 2), i % 2 === 0 ? GOLD : TIMBER);
  }
  for (const [i, colour] of ["#23407a", "#c9563f", "#e2bd77", "#5f8f5a"].entries()) {
    const angle = i * 0.8 - 0.4;
    into.add(
      post(
        x + 0.1 + Math.cos(angle) * 0.04,
        0.54,
        z + Math.sin(angle) * 0.11,
        0.028,
        0.012,
        0.024,
        9,
      ),
      rgb(colour),
      0.2,
    );
  }
}
