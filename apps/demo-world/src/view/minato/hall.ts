import { PlaneGeometry } from "three";
import type { Assembly } from "../build/assembly.ts";
import { mix, type Rgb, times } from "../build/colour.ts";
import { noise } from "../build/noise.ts";
import { bar, box, boxOn, post, sheet } from "../build/shapes.ts";
import { LEAF, PLASTER, WHITE, WOOD } from "./look.ts";
import { COLUMN_XS, NORTH_EDGE, roofHeight, SKYLIGHT } from "./measures.ts";

/** Timber, a little different from board to board. */
export const boards = (base: Rgb, width: number) => (x: number, y: number, z: number) =>
  times(
    base,
    0.86 + 0.28 * noise(Math.floor(x / width) * 3.1 + y * 0.2, Math.floor(z / width) * 5.3),
  );

/** The hall itself: columns, walls, quay and railing. */
export function addHall(into: Assembly): void {
  for (const x of COLUMN_XS) addColumn(into, x);
  addWalls(into);
  addQuay(into);
  addRoof(into);
}

function addColumn(into: Assembly, x: number): void {
  const top = roofHeight(NORTH_EDGE);
  into.add(boxOn(x, 0, NORTH_EDGE, 0.36, top, 0.36, 0.8), WOOD.honey);
  into.add(boxOn(x, 0, NORTH_EDGE, 0.5, 0.36, 0.5), WHITE);
  // Arms that carry the eaves.
  for (const side of [-1, 1]) {
    const line = [
      [x, top - 2.1, NORTH_EDGE],
      [x + side * 0.7, top - 1.1, NORTH_EDGE],
      [x + side * 1.9, top - 0.1, NORTH_EDGE],
    ] as const;
    into.add(bar(line, 0.11, 6), WOOD.honey);
  }
}

function addWalls(into: Assembly): void {
  // South: plaster below, timber lattice and a bright band of windows above.
  into.add(box(0, 2.1, 12.5, 42, 4.2, 0.3, 1.2), PLASTER);
  into.add(box(0, 0.5, 12.32, 42, 1, 0.1, 1.6), WOOD.dark);
  into.add(sheet(0, 5.2, 12.45, 42, 2, Math.PI, 1.6), mix(WHITE, [1, 0.82, 0.6], 0.6), 0.85);
  for (let x = -20.4; x <= 20.4; x += 0.6)
    into.add(boxOn(x, 4.2, 12.3, 0.08, 2.1, 0.12, 3), WOOD.honey);
  into.add(box(0, 4.2, 12.3, 42, 0.22, 0.3, 3), WOOD.honey);
  into.add(box(0, 6.25, 12.3, 42, 0.3, 0.3, 3), WOOD.honey);
  // West: timber boards with the way in.
  into.add(box(-20.7, 4, 0.2, 0.3, 8, 25, 1), boards(WOOD.light, 0.5));
  for (let z = -11.5; z <= 12; z += 0.75) into.add(box(-20.5, 4, z, 0.1, 8, 0.1, 2), WOOD.honey);
  into.add(box(-20.5, 1.5, 1, 0.2, 3, 4.4), WOOD.dark);
  into.add(box(-20.42, 1.45, 1, 0.1, 2.8, 4), [1, 0.86, 0.62], 0.75);
}

function addQuay(into: Assembly): void {
  addRailing(into, -20, 20, (along) => [along, -11.7]);
  for (const [from, to] of [
    [-11.6, -3.6],
    [3.6, 12.2],
  ] as const) {
    addRailing(into, from, to, (along) => [20.4, along]);
  }
  for (const [x, z] of [
    [19.2, -10.6],
    [19.2, 10.2],
    [-19.2, -10.4],
    [-19.2, 10.8],
  ] as const) {
    addPlant(into, x, z);
  }
}

function addRailing(
  into: Assembly,
  from: number,
  to: number,
  at: (along: number) => readonly [number, number],
): void {
  const [a, b] = [at(from), at(to)];
  const [width, depth] = [Math.abs(b[0] - a[0]) || 0.09, Math.abs(b[1] - a[1]) || 0.09];
  const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as const;
  into.add(box(middle[0], 1.06, middle[1], width, 0.09, depth, 2), WOOD.honey);
  for (const y of [0.3, 0.55, 0.8]) {
    into.add(
      box(
        middle[0],
        y,
        middle[1],
        width === 0.09 ? 0.025 : width,
        0.025,
        depth === 0.09 ? 0.025 : depth,
        4,
      ),
      WHITE,
    );
  }
  for (let along = from; along <= to; along += 2) {
    const [x, z] = at(along);
    into.add(post(x, 0, z, 0.035, 1.05, 0.035, 6), WHITE);
  }
}

function addPlant(into: Assembly, x: number, z: number): void {
  into.add(post(x, 0, z, 0.3, 0.55, 0.38, 10), times(PLASTER, 0.9));
  for (let i = 0; i < 16; i++) {
    const angle = i * 2.4;
    const lean = 0.25 + (i % 4) * 0.16;
    const line = [
      [x, 0.5, z],
      [x + Math.cos(angle) * lean * 0.5, 1.1 + (i % 3) * 0.22, z + Math.sin(angle) * lean * 0.5],
      [x + Math.cos(angle) * lean * 1.4, 1.0 + (i % 5) * 0.2, z + Math.sin(angle) * lean * 1.4],
    ] as const;
    into.add(bar(line, 0.035, 4, 6), times(LEAF, 0.8 + (i % 4) * 0.15));
  }
}

function addRoof(into: Assembly): void {
  for (const [from, to] of [
    [-13.6, -SKYLIGHT],
    [SKYLIGHT, 13],
  ] as const) {
    into.add(roofSheet(from, to, 0), boards(WOOD.light, 0.55));
  }
  into.add(roofSheet(-SKYLIGHT, SKYLIGHT, 0.05), [1, 0.93, 0.8], 0.95);
  for (let x = -20; x <= 20.1; x += 4) {
    const arch = Array.from({ length: 9 }, (_, i) => {
      const z = -13.4 + (i / 8) * 26.2;
      return [x, roofHeight(z) - 0.22, z] as const;
    });
    into.add(bar(arch, 0.17, 6, 20), WOOD.honey);
    into.add(
      bar(
        [
          [x, 6.7, -11.6],
          [x, 6.62, 0],
          [x, 6.7, 12],
        ],
        0.035,
        5,
        8,
      ),
      WHITE,
    );
    for (const z of [-6, 0, 6])
      into.add(post(x, 6.66, z, 0.03, roofHeight(z) - 6.8, 0.03, 5), WHITE);
  }
  for (const z of [-13.2, -9, -5, -SKYLIGHT, SKYLIGHT, 5, 9]) {
    into.add(box(0, roofHeight(z) - 0.12, z, 43, 0.16, 0.12, 3), z === -13.2 ? WHITE : WOOD.honey);
  }
}

/** A part of the roof, seen from below. */
function roofSheet(from: number, to: number, lift: number): PlaneGeometry {
  const geometry = new PlaneGeometry(
    43.5,
    to - from,
    24,
    Math.max(2, Math.round((to - from) / 1.1)),
  );
  geometry.rotateX(Math.PI / 2).translate(0.2, 0, (from + to) / 2);
  const position = geometry.getAttribute("position");
  for (let i = 0; i < position.count; i++) position.setY(i, roofHeight(position.getZ(i)) + lift);
  geometry.computeVertexNormals();
  return geometry;
}
