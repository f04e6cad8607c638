import type { Box, Place } from "../place/place.ts";

/** A person is a circle of this radius, in metres. */
export const BODY_RADIUS = 0.32;

/** A point of the floor that may be changed. */
export interface Point {
  x: number;
  z: number;
}

/** Whether somebody can stand there: within bounds, touching nothing solid. */
export function canStand(place: Place, x: number, z: number, closed: readonly Box[] = []): boolean {
  const { minX, maxX, minZ, maxZ } = place.bounds;
  if (!(x >= minX && x <= maxX && z >= minZ && z <= maxZ)) return false;
  return (
    !place.solids.some((box) => touches(box, x, z)) && !closed.some((box) => touches(box, x, z))
  );
}

/** Moves a point out of everything solid and back into bounds, along the shortest way: one slides along walls. */
export function pushOut(place: Place, point: Point, closed: readonly Box[] = []): void {
  // Twice, because leaving one box may lead into its neighbour. Into bounds first: from beyond them, a box that
  // reaches to the edge would be left round its corner.
  for (let i = 0; i < 2; i++) {
    bound(place, point);
    for (const box of place.solids) leave(box, point);
    for (const box of closed) leave(box, point);
  }
  bound(place, point);
}

function bound({ bounds: { minX, maxX, minZ, maxZ } }: Place, point: Point): void {
  point.x = Math.min(Math.max(point.x, minX), maxX);
  point.z = Math.min(Math.max(point.z, minZ), maxZ);
}

/** A point that was pushed out may lie inside by a hair; told to the millimetre, by a millimetre. */
const TOLERANCE = 0.002;
/** Nearer to a box than this, there is no way out to see: one is in it. */
const NOTHING = 1e-6;

function touches(box: Box, x: number, z: number): boolean {
  const dx = x - Math.min(Math.max(x, box.minX), box.maxX);
  const dz = z - Math.min(Math.max(z, box.minZ), box.maxZ);
  return dx * dx + dz * dz < (BODY_RADIUS - TOLERANCE) ** 2;
}

function leave(box: Box, point: Point): void {
  const nearX = Math.min(Math.max(point.x, box.minX), box.maxX);
  const nearZ = Math.min(Math.max(point.z, box.minZ), box.maxZ);
  const dx = point.x - nearX;
  const dz = point.z - nearZ;
  const distance = Math.hypot(dx, dz);
  if (distance >= BODY_RADIUS) return;
  if (distance > NOTHING) {
    point.x = nearX + (dx / distance) * BODY_RADIUS;
    point.z = nearZ + (dz / distance) * BODY_RADIUS;
    return;
  }
  leaveFromInside(box, point);
}

/** From inside a box, through its nearest side. */
function leaveFromInside(box: Box, point: Point): void {
  const ways = [
    { depth: point.x - box.minX, x: box.minX - BODY_RADIUS, z: point.z },
    { depth: box.maxX - point.x, x: box.maxX + BODY_RADIUS, z: point.z },
    { depth: point.z - box.minZ, x: point.x, z: box.minZ - BODY_RADIUS },
    { depth: box.maxZ - point.z, x: point.x, z: box.maxZ + BODY_RADIUS },
  ];
  const way = ways.reduce((a, b) => (b.depth < a.depth ? b : a));
  point.x = way.x;
  point.z = way.z;
}
