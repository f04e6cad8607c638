import { toByte } from "../build/colour.ts";
import { softLightAt } from "./light-at.ts";
import type { Lighting } from "./lighting.ts";
import { isBlocked } from "./ray.ts";

/** A rectangle of the floor, in metres. */
export interface FloorArea {
  readonly minX: number;
  readonly maxX: number;
  readonly minZ: number;
  readonly maxZ: number;
}

/** A light map's brightest value: light is stored divided by it. */
export const LIGHT_RANGE = 2.5;
/** Soft light changes slowly: it is looked up once for so many texels each way, then blended. */
const COARSE = 4;

/** The light on a floor as a picture: bytes of sRGB, north-west first. Of so many texels along x and z. */
export function paintLight(
  area: FloorArea,
  width: number,
  height: number,
  lighting: Lighting,
): Uint8Array<ArrayBuffer> {
  const [columns, rows] = [Math.ceil(width / COARSE) + 1, Math.ceil(height / COARSE) + 1];
  const soft = softGrid(area, columns, rows, COARSE / width, COARSE / height, lighting);
  const sun = sunGrid(area, width, height, lighting);
  const bytes = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const [r0, fr] = [Math.floor(row / COARSE), (row % COARSE) / COARSE];
    for (let column = 0; column < width; column++) {
      const [c0, fc] = [Math.floor(column / COARSE), (column % COARSE) / COARSE];
      const at = (r0 * columns + c0) * 3;
      const shine = softened(sun, width, height, column, row) * grazing(lighting.sun?.to[1] ?? 0);
      for (let c = 0; c < 3; c++) {
        const north = blend(soft[at + c], soft[at + 3 + c], fc);
        const south = blend(soft[at + columns * 3 + c], soft[at + (columns + 1) * 3 + c], fc);
        const light = blend(north, south, fr) + shine * (lighting.sun?.colour[c] ?? 0);
        bytes[(row * width + column) * 4 + c] = toByte(light / LIGHT_RANGE);
      }
      bytes[(row * width + column) * 4 + 3] = 255;
    }
  }
  return bytes;
}

function softGrid(
  { minX, maxX, minZ, maxZ }: FloorArea,
  columns: number,
  rows: number,
  stepX: number,
  stepZ: number,
  lighting: Lighting,
): Float32Array {
  const grid = new Float32Array(columns * rows * 3);
  const light: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = minX + column * stepX * (maxX - minX);
      const z = minZ + row * stepZ * (maxZ - minZ);
      softLightAt(lighting, x, 0, z, 0, 1, 0, light);
      grid.set(light, (row * columns + column) * 3);
    }
  }
  return grid;
}

function sunGrid(
  { minX, maxX, minZ, maxZ }: FloorArea,
  width: number,
  height: number,
  { sun, blocks }: Lighting,
): Uint8Array {
  const grid = new Uint8Array(width * height);
  if (sun === undefined) return grid;
  for (let row = 0; row < height; row++) {
    const z = minZ + ((row + 0.5) / height) * (maxZ - minZ);
    for (let column = 0; column < width; column++) {
      const x = minX + ((column + 0.5) / width) * (maxX - minX);
      grid[row * width + column] = isBlocked(blocks, x, 0.01, z, ...sun.to, 80) ? 0 : 1;
    }
  }
  return grid;
}

/** The sun has a size: shadows have soft edges. */
function softened(grid: Uint8Array, width: number, height: number, column: number, row: number) {
  let sum = 0;
  for (let dr = -1; dr <= 1; dr++) {
    for (let dc = -1; dc <= 1; dc++) {
      const r = Math.min(Math.max(row + dr, 0), height - 1);
      const c = Math.min(Math.max(column + dc, 0), width - 1);
      sum += grid[r * width + c] ?? 0;
    }
  }
  return sum / 9;
}

/** A low sun still draws its light and shadows clearly: more of it is shown than would fall there. */
const grazing = (facing: number) => Math.max(facing, 0.2 + 0.5 * facing) * 1.6;

const blend = (a = 0, b = a, part = 0) => a + (b - a) * part;
