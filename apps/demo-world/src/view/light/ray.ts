import type { Block } from "./lighting.ts";

/** Whether a ray of some length meets any block: the slab method, without allocating. */
export function isBlocked(
  blocks: readonly Block[],
  x: number,
  y: number,
  z: number,
  dx: number,
  dy: number,
  dz: number,
  length: number,
): boolean {
  const [ix, iy, iz] = [1 / (dx || 1e-9), 1 / (dy || 1e-9), 1 / (dz || 1e-9)];
  for (const b of blocks) {
    let t1 = (b.minX - x) * ix;
    let t2 = (b.maxX - x) * ix;
    let near = Math.min(t1, t2);
    let far = Math.max(t1, t2);
    t1 = (b.minY - y) * iy;
    t2 = (b.maxY - y) * iy;
    near = Math.max(near, Math.min(t1, t2));
    far = Math.min(far, Math.max(t1, t2));
    t1 = (b.minZ - z) * iz;
    t2 = (b.maxZ - z) * iz;
    near = Math.max(near, Math.min(t1, t2));
    far = Math.min(far, Math.max(t1, t2));
    if (near <= far && far > 0 && near < length) return true;
  }
  return false;
}
