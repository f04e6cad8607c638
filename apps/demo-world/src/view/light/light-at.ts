import type { Lamp, Lighting } from "./lighting.ts";
import { isBlocked } from "./ray.ts";

/** Off the surface, so that nothing shades itself, in metres. */
const LIFT = 0.03;
/** How far away something still darkens a corner, in metres. */
const NOOK = 1.7;
/** Towards where one looks for something near that takes light away. */
const FEELERS: readonly (readonly [number, number, number])[] = Array.from(
  { length: 9 },
  (_, i) => {
    const y = 1 - (i + 0.5) / 4.5;
    const flat = Math.sqrt(1 - y * y);
    return [Math.cos(i * 2.4) * flat, y, Math.sin(i * 2.4) * flat] as const;
  },
);

/** Writes the light that falls on a point of a surface into `out`: linear, 1 for a well lit place. */
export function lightAt(
  lighting: Lighting,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  out: [number, number, number],
): void {
  softLightAt(lighting, x, y, z, nx, ny, nz, out);
  const { sun, blocks } = lighting;
  if (sun === undefined) return;
  const facing = nx * sun.to[0] + ny * sun.to[1] + nz * sun.to[2];
  if (facing <= 0) return;
  if (isBlocked(blocks, x + nx * LIFT, y + ny * LIFT, z + nz * LIFT, ...sun.to, 80)) return;
  for (let i = 0; i < 3; i++) out[i] = (out[i] ?? 0) + (sun.colour[i] ?? 0) * facing;
}

/** The light without the sun's, whose shadows alone have edges. */
export function softLightAt(
  lighting: Lighting,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  out: [number, number, number],
): void {
  const { above, below, lamps } = lighting;
  const [px, py, pz] = [x + nx * LIFT, y + ny * LIFT, z + nz * LIFT];
  const open = openness(lighting, px, py, pz, nx, ny, nz);
  const up = 0.5 + 0.5 * ny;
  for (let i = 0; i < 3; i++) {
    out[i] = open * ((above[i] ?? 0) * up + (below[i] ?? 0) * (1 - up));
  }
  for (const lamp of lamps) addLamp(lighting, lamp, px, py, pz, nx, ny, nz, out);
}

/** How much of the sky a point sees, from 0 to 1. */
function openness(
  { blocks }: Lighting,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let seen = 0;
  let all = 0;
  for (const [fx, fy, fz] of FEELERS) {
    const facing = fx * nx + fy * ny + fz * nz;
    if (facing <= 0.05) continue;
    all += facing;
    if (!isBlocked(blocks, x, y, z, fx, fy, fz, NOOK)) seen += facing;
  }
  return all === 0 ? 1 : 0.42 + (0.58 * seen) / all;
}

function addLamp(
  { blocks }: Lighting,
  lamp: Lamp,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
  out: [number, number, number],
): void {
  const [dx, dy, dz] = [lamp.x - x, lamp.y - y, lamp.z - z];
  const distance = Math.hypot(dx, dy, dz);
  if (distance >= lamp.reach || distance < 1e-4) return;
  const [ux, uy, uz] = [dx / distance, dy / distance, dz / distance];
  // Light wraps a little round a body: lamps have a size.
  const facing = (nx * ux + ny * uy + nz * uz + 0.2) / 1.2;
  if (facing <= 0) return;
  let strength = facing * (1 - distance / lamp.reach) ** 2;
  if (lamp.cone !== undefined) {
    const { to, cos } = lamp.cone;
    const along = -(ux * to[0] + uy * to[1] + uz * to[2]);
    const edge = Math.min(Math.max((along - cos) / (1 - cos), 0), 1);
    strength *= edge * edge * (3 - 2 * edge);
  }
  if (strength < 1e-3) return;
  if (lamp.shadow && isBlocked(blocks, x, y, z, ux, uy, uz, distance - 0.1)) return;
  for (let i = 0; i < 3; i++) out[i] = (out[i] ?? 0) + (lamp.colour[i] ?? 0) * strength;
}
