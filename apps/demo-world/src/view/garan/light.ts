import { GARAN } from "../../sim/place/garan.ts";
import { type Rgb, rgb, times } from "../build/colour.ts";
import { type Block, blockOn, type Lamp, type Lighting } from "../light/lighting.ts";
import { LANTERN, MOONLIGHT } from "./look.ts";
import {
  CEILING,
  COLUMN_XS,
  COLUMN_Z,
  EASEL,
  HANGINGS,
  LANTERNS,
  SKYLIGHT,
  STALL,
} from "./measures.ts";

/** The ceiling with its opening. */
function ceilingBlocks(): Block[] {
  const { x, z, half } = SKYLIGHT;
  const sides: readonly (readonly [number, number, number, number])[] = [
    [-16, x - half, -11, 11],
    [x + half, 16, -11, 11],
    [x - half, x + half, -11, z - half],
    [x - half, x + half, z + half, 11],
  ];
  return sides.map(([minX, maxX, minZ, maxZ]) => ({
    minX,
    maxX,
    minZ,
    maxZ,
    minY: CEILING,
    maxY: CEILING + 0.4,
  }));
}

/** From in front of a picture and above, down onto it. */
function pictureLamp({ at, turn, size }: (typeof HANGINGS)[number]): Lamp {
  const [nx, nz] = [Math.sin(turn), Math.cos(turn)];
  const [x, y, z] = [at[0] + nx * size * 0.85, at[1] + size * 0.95, at[2] + nz * size * 0.85];
  const way: Rgb = [at[0] - x, at[1] - 0.2 - y, at[2] - z];
  const length = Math.hypot(...way);
  return {
    x,
    y,
    z,
    colour: rgb("#ffd9a0", 6.5),
    reach: size * 2.6,
    cone: { to: [way[0] / length, way[1] / length, way[2] / length], cos: 0.66 },
  };
}

const lanternLamps = (): Lamp[] =>
  LANTERNS.map(([x, y, z]) => ({ x, y, z, colour: times(LANTERN, 2.1), reach: 7.5 }));

/** Garan by night: lamps on the pictures, paper lanterns, the moon through the roof. */
export const GARAN_LIGHT: Lighting = {
  above: [0.2, 0.22, 0.33],
  below: [0.13, 0.13, 0.19],
  sun: { to: [-0.17, 0.97, 0.17], colour: MOONLIGHT },
  lamps: [
    ...lanternLamps(),
    ...HANGINGS.map(pictureLamp),
    // At the stall of the market, and on the easel.
    { x: STALL.x, y: 1.9, z: STALL.z + 0.7, colour: rgb("#ffc27a", 1.7), reach: 4.4 },
    { x: EASEL.x, y: 3.1, z: EASEL.z - 1.5, colour: rgb("#ffd9a0", 2.4), reach: 4.6 },
    { x: -12.2, y: 2.6, z: 0, colour: rgb("#86b4ff", 1.3), reach: 7 },
    // The round windows of paper; along the inner walls, from the floor.
    ...[-1, 1].map((side) => ({
      x: -1,
      y: 1.9,
      z: side * 3.1,
      colour: rgb("#ffc27a", 1.5),
      reach: 5.5,
    })),
    ...[-3.4, 1.4].flatMap((x) =>
      [-1, 1].map((side) => ({
        x,
        y: 0.15,
        z: side * 3.2,
        colour: rgb("#ffc27a", 1.7),
        reach: 4.2,
      })),
    ),
    ...[-8, 8].map((z) => ({ x: 14.4, y: 0.3, z, colour: rgb("#ffb868", 2.4), reach: 6 })),
    ...[-10.5, -6.3, -2.1, 2.1, 6.3, 10.5].flatMap((x) =>
      [-1, 1].map((side) => ({
        x,
        y: 0.3,
        z: side * 9.3,
        colour: rgb("#ffb868", 2.6),
        reach: 5.2,
      })),
    ),
  ],
  blocks: [
    ...GARAN.solids.map(({ height, ...box }) => ({ ...box, minY: 0, maxY: height })),
    ...COLUMN_XS.flatMap((x) =>
      [-1, 1].map((side) => blockOn(x, side * COLUMN_Z, 0.7, 0.7, CEILING)),
    ),
    ...ceilingBlocks(),
  ],
};
