import { CircleGeometry, TorusGeometry } from "three";
import { PEOPLES_FRAMES } from "../../sim/place/garan.ts";
import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, rgb, times } from "../build/colour.ts";
import { clouds } from "../build/noise.ts";
import { box, boxOn, post, sheet, turned } from "../build/shapes.ts";
import { GOLD, LANTERN, NIGHT, STONE, TIMBER } from "./look.ts";
import { CEILING, COLUMN_XS, COLUMN_Z, HANGINGS, PEOPLES_WALL, SKYLIGHT } from "./measures.ts";

/** Stone with clouds in it. */
export const stone = (base: Rgb) => (x: number, y: number, z: number) =>
  times(base, 0.8 + 0.4 * clouds(x * 0.7 + y * 0.5, z * 0.7 - y * 0.6, 3));

/** The gallery itself. */
export function addRoom(into: Assembly): void {
  addWalls(into);
  for (const x of COLUMN_XS) for (const side of [-1, 1]) addColumn(into, x, side * COLUMN_Z);
  addCeiling(into);
  addFreeWalls(into);
  addFurniture(into);
  for (const { x, side } of PEOPLES_FRAMES) addScreen(into, x, side);
  for (const hanging of HANGINGS) addFrame(into, hanging);
}

/** A screen of pale stone before a tall window, for a work of somebody who was here. */
function addScreen(into: Assembly, x: number, side: number): void {
  const z = side * (PEOPLES_WALL + 0.09);
  into.add(boxOn(x, 0.18, z, 2.5, 3.3, 0.12, 0.4), stone(STONE.pale));
  into.add(boxOn(x, 0.1, z, 2.62, 0.12, 0.24, 1), STONE.dark);
  into.add(boxOn(x, 3.48, z, 2.6, 0.06, 0.18, 1), GOLD);
  for (const edge of [-1.27, 1.27]) into.add(boxOn(x + edge, 0.18, z, 0.07, 3.34, 0.16, 1), TIMBER);
}

function addWalls(into: Assembly): void {
  into.add(box(15.65, 3.7, 0, 0.3, 7.4, 21, 0.7), stone(STONE.wall));
  into.add(box(-15.65, 3.7, 0, 0.3, 7.4, 21, 0.9), stone(STONE.wall));
  for (const side of [-1, 1]) {
    into.add(box(0, 0.7, side * 10.4, 31.4, 1.4, 0.3, 1), stone(STONE.wall));
    into.add(box(0, 6.7, side * 10.4, 31.4, 1.4, 0.3, 1.4), stone(STONE.dark));
    into.add(boxOn(0, 1.4, side * 10.25, 31.4, 0.1, 0.4, 2), TIMBER);
    // Tall windows: night outside, paler towards the ground, behind a lattice.
    into.add(sheet(0, 3.7, side * 10.5, 31.4, 4.6, side > 0 ? Math.PI : 0, 1.2), nightAt, 1);
    for (let x = -15.2; x <= 15.2; x += 0.525) {
      into.add(boxOn(x, 1.5, side * 10.32, 0.07, 4.5, 0.1, 4), TIMBER);
    }
    for (const y of [2.6, 4.1, 5.4]) into.add(box(0, y, side * 10.32, 31.4, 0.06, 0.08, 4), TIMBER);
  }
  into.add(boxOn(0, 0, 9.98, 31, 0.18, 0.5, 2), stone(STONE.dark));
  into.add(boxOn(0, 0, -9.98, 31, 0.18, 0.5, 2), stone(STONE.dark));
}

const DUSK = rgb("#3b6ea3");
const nightAt = (x: number, y: number): Rgb =>
  mix(mix(DUSK, NIGHT, (y - 1.4) / 3.4), [0.01, 0.02, 0.05], 0.25 + 0.2 * Math.sin(x * 0.3));

function addColumn(into: Assembly, x: number, z: number): void {
  const outline = [
    [0.5, 0],
    [0.5, 0.16],
    [0.4, 0.24],
    [0.36, 0.4],
    [0.37, 2.4],
    [0.34, 4.4],
    [0.3, 6.2],
  ] as const;
  into.add(turned(x, 0, z, outline, 16), stone(STONE.column));
  into.add(post(x, 0.24, z, 0.405, 0.05, 0.405, 16), GOLD);
  // Brackets carry the beams, as in a temple.
  const inwards = -Math.sign(z);
  into.add(boxOn(x, 6.15, z, 0.8, 0.22, 0.8, 0.5), TIMBER);
  into.add(boxOn(x, 6.4, z + inwards * 0.3, 0.3, 0.24, 1.5, 0.5), TIMBER);
  into.add(boxOn(x, 6.4, z, 1.5, 0.24, 0.3, 0.5), TIMBER);
  into.add(boxOn(x, 6.68, z + inwards * 0.7, 0.34, 0.26, 2.2, 0.5), TIMBER);
}

function addCeiling(into: Assembly): void {
  const { x, half } = SKYLIGHT;
  const dark = stone(times(TIMBER, 0.55));
  for (const [from, to] of [
    [-15.7, x - half],
    [x + half, 15.7],
  ] as const) {
    into.add(box((from + to) / 2, CEILING + 0.1, 0, to - from, 0.12, 21, 1.1), dark);
  }
  for (const side of [-1, 1]) {
    const width = 10.4 - half;
    into.add(box(x, CEILING + 0.1, side * (half + width / 2), half * 2, 0.12, width, 1.1), dark);
    into.add(box(x, CEILING + 0.25, side * half, half * 2 + 0.3, 0.7, 0.16, 0.8), GOLD);
    into.add(box(x + side * half, CEILING + 0.25, 0, 0.16, 0.7, half * 2 + 0.3, 0.8), GOLD);
  }
  for (const beam of COLUMN_XS) {
    if (Math.abs(beam - x) < half) continue;
    into.add(box(beam, CEILING - 0.12, 0, 0.3, 0.36, 20.4, 1), TIMBER);
  }
  for (const z of [-6.4, -3.2, 3.2, 6.4])
    into.add(box(0, CEILING - 0.06, z, 31, 0.24, 0.22, 1.4), TIMBER);
  into.add(box((x - half - 15.7) / 2, CEILING - 0.06, 0, 15.7 + x - half, 0.24, 0.22, 1.4), TIMBER);
}

function addFreeWalls(into: Assembly): void {
  for (const z of [-4.2, 4.2]) {
    into.add(boxOn(-1, 0, z, 7, 3.6, 0.5, 0.45), stone(STONE.pale));
    into.add(boxOn(-1, 0, z, 7.06, 0.12, 0.56, 1), STONE.dark);
    into.add(boxOn(-1, 3.6, z, 7.06, 0.05, 0.56, 1), GOLD);
    // Inside, towards the middle: a line of gold like a horizon.
    const inner = z - Math.sign(z) * 0.256;
    for (const side of [-1, 1])
      into.add(box(-1 + side * 2.35, 1.5, inner, 2.1, 0.02, 0.01, 1), GOLD, 0.5);
    addMoonWindow(into, -1, 1.9, inner - Math.sign(z) * 0.01);
  }
}

/** A round window of paper, lit from behind, with a lattice before it. */
function addMoonWindow(into: Assembly, x: number, y: number, z: number): void {
  const inwards = -Math.sign(z);
  const radius = 1.12;
  const disc = new CircleGeometry(radius, 40).rotateY(inwards > 0 ? 0 : Math.PI).translate(x, y, z);
  into.add(disc, (px, py) => times(LANTERN, 1.02 - 0.42 * Math.hypot(px - x, py - y)), 1);
  into.add(new TorusGeometry(radius, 0.05, 8, 48).translate(x, y, z + inwards * 0.03), TIMBER, 0.1);
  for (const part of [-0.5, 0, 0.5]) {
    const half = Math.sqrt(1 - part * part) * radius;
    into.add(box(x + part * radius, y, z + inwards * 0.03, 0.028, half * 2, 0.03), TIMBER);
    into.add(box(x, y + part * radius, z + inwards * 0.03, half * 2, 0.028, 0.03), TIMBER);
  }
}

function addFurniture(into: Assembly): void {
  into.add(boxOn(8.2, 0.36, 0, 0.62, 0.12, 2.6, 0.4), TIMBER);
  for (const z of [-1, 1]) into.add(boxOn(8.2, 0, z, 0.5, 0.36, 0.16), STONE.dark);
  for (const [x, z] of [
    [-7.5, -6.6],
    [-7.5, 6.6],
    [6.5, -6.6],
    [6.5, 6.6],
  ] as const) {
    into.add(boxOn(x, 0, z, 0.9, 1.02, 0.9, 0.4), stone(STONE.pale));
    into.add(boxOn(x, 1.02, z, 1, 0.08, 1, 0.5), STONE.dark);
    addSculpture(into, x, z);
  }
}

/** A shape that turns upwards like a shell, in pale stone. */
function addSculpture(into: Assembly, x: number, z: number): void {
  const kind = x < 0 ? 0 : 1;
  for (let i = 0; i < 26; i++) {
    const part = i / 25;
    const angle = part * Math.PI * (kind === 0 ? 3.4 : 2.2) + z;
    const radius = (kind === 0 ? 0.3 : 0.2) * (1 - part * 0.75);
    const size = 0.13 * (1 - part * 0.72);
    into.add(
      post(
        x + Math.cos(angle) * radius,
        1.1 + part * 0.85,
        z + Math.sin(angle) * radius,
        size,
        0.1,
        size * 0.9,
        9,
      ),
      mix(rgb("#e6e0ea"), rgb(z < 0 ? "#8fb7d9" : "#e2a79c"), part),
      0.16,
    );
  }
}

function addFrame(into: Assembly, { at, turn, size }: (typeof HANGINGS)[number]): void {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const thick = size * 0.035;
  const edge = (across: number, y: number, width: number, height: number) => {
    const piece = box(0, 0, 0, width, height, 0.12, 0.6).rotateY(turn);
    into.add(piece.translate(at[0] + across * cos, at[1] + y, at[2] - across * sin), GOLD, 0.12);
  };
  const reach = (size + thick) / 2;
  edge(0, reach, size + thick * 2, thick);
  edge(0, -reach, size + thick * 2, thick);
  edge(reach, 0, thick, size);
  edge(-reach, 0, thick, size);
  // The lamp over it, on an arm of brass.
  const lamp = box(0, 0, 0, size * 0.4, 0.05, 0.09).rotateY(turn);
  const [nx, nz] = [sin * 0.42, cos * 0.42];
  into.add(lamp.translate(at[0] + nx, at[1] + size / 2 + 0.34, at[2] + nz), rgb("#ffe2b0"), 0.9);
  const arm = box(0, 0, 0, 0.03, 0.03, 0.42).rotateY(turn);
  into.add(arm.translate(at[0] + nx / 2, at[1] + size / 2 + 0.36, at[2] + nz / 2), GOLD);
}
