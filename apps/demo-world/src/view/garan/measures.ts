import { PEOPLES_FRAMES } from "../../sim/place/garan.ts";
import type { FloorArea } from "../light/light-map.ts";

/** The floor, a little wider than where one can stand. */
export const FLOOR: FloorArea = { minX: -15.7, maxX: 15.7, minZ: -10.4, maxZ: 10.4 };
/** Under the beams. */
export const CEILING = 7.3;
/** The opening to the sky: its middle and half its width. */
export const SKYLIGHT = { x: 5.2, z: 0, half: 2.3 } as const;
/** The columns along both sides. */
export const COLUMN_XS = [-12.6, -8.4, -4.2, 0, 4.2, 8.4, 12.6] as const;
export const COLUMN_Z = 9.75;

/** A picture's place: its middle, which way it faces, its size in metres. */
export interface Hanging {
  readonly spot: string;
  readonly at: readonly [number, number, number];
  readonly turn: number;
  readonly size: number;
  /** Where what is written about it hangs. */
  readonly plaque: "aside" | "below";
}

/** How far in front of the tall windows people's works hang, and how large. */
export const PEOPLES_WALL = 9.9;
const PEOPLES_SIZE = 1.7;

/** Where pictures hang, by the spots one looks at them from. */
export const HANGINGS: readonly Hanging[] = [
  { spot: "1", at: [15.36, 2.85, 0], turn: -Math.PI / 2, size: 3.9, plaque: "aside" },
  { spot: "2", at: [-1, 1.95, -4.52], turn: Math.PI, size: 2.5, plaque: "aside" },
  { spot: "3", at: [-1, 1.95, 4.52], turn: 0, size: 2.5, plaque: "aside" },
  ...PEOPLES_FRAMES.map(
    ({ id, x, side }): Hanging => ({
      spot: id,
      at: [x, 2.15, side * PEOPLES_WALL],
      turn: side > 0 ? Math.PI : 0,
      size: PEOPLES_SIZE,
      plaque: "below",
    }),
  ),
];

/** The market's stall: its middle. */
export const STALL = { x: -6.6, z: -4.4 } as const;
/** The easel: its middle. */
export const EASEL = { x: -6.3, z: 4.2 } as const;

/** Paper lanterns that float under the beams. */
export const LANTERNS: readonly (readonly [number, number, number])[] = [
  [-11, 4.6, -4.8],
  [-11.4, 5.1, 5.2],
  [-7.4, 4.1, 2.9],
  [-6.9, 5.2, -2.6],
  [-3.6, 4.9, 1.1],
  [-1.2, 5.4, -1.4],
  [1.4, 4.7, 1.7],
  [3.4, 5.3, -6.2],
  [4.2, 4.4, 6.4],
  [8.6, 4.9, -3.6],
  [9.2, 5.3, 3.9],
  [12.2, 4.5, -6.6],
  [12.4, 5, 6.2],
];
