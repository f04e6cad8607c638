import type { Box, Place } from "../place/place.ts";

/** Where the camera is and what it looks at, in metres. Changed in place, every frame. */
export interface Camera {
  /** Around the person, in radians; 0 looks south from the north. */
  yaw: number;
  /** Downwards, in radians. */
  pitch: number;
  /** How far the person wants it, in metres. */
  wanted: number;
  /** How far it is: less where a wall is in the way. */
  distance: number;
  x: number;
  y: number;
  z: number;
}

/** What the camera looks at, over the floor. */
export const LOOK_HEIGHT = 1.25;

const NEAREST = 0.9;
const FARTHEST = 9;
const LOWEST_PITCH = -0.35;
const HIGHEST_PITCH = 1.15;
/** From walls and from the ceiling. */
const MARGIN = 0.3;
/** How fast it comes back when a wall no longer hides it, per second. */
const RELAX = 5;

/** A camera behind somebody who looks that way. */
export function cameraBehind(heading: number): Camera {
  return { yaw: heading, pitch: 0.22, wanted: 5, distance: 5, x: 0, y: 0, z: 0 };
}

/** Turns and zooms as asked, within bounds. */
export function turnCamera(camera: Camera, yaw: number, pitch: number, zoom: number): void {
  camera.yaw += yaw;
  camera.pitch = Math.min(Math.max(camera.pitch + pitch, LOWEST_PITCH), HIGHEST_PITCH);
  camera.wanted = Math.min(Math.max(camera.wanted * zoom, NEAREST), FARTHEST);
}

/**
 * Places the camera behind a person, as far as wanted and no wall, floor or ceiling allows less. It follows through
 * no door, open or not: there is only light behind, and the person would be seen through it.
 */
export function stepCamera(
  camera: Camera,
  place: Place,
  at: { x: number; z: number },
  seconds: number,
): void {
  const flat = Math.cos(camera.pitch);
  const way = {
    x: -Math.sin(camera.yaw) * flat,
    y: Math.sin(camera.pitch),
    z: -Math.cos(camera.yaw) * flat,
  };
  const free = freeDistance(place, at, way, camera.wanted);
  // Inwards at once, so that no wall is ever seen from inside; outwards gently.
  const eased = camera.distance + (free - camera.distance) * Math.min(1, RELAX * seconds);
  camera.distance = free < camera.distance ? free : eased;
  camera.x = at.x + way.x * camera.distance;
  camera.y = LOOK_HEIGHT + way.y * camera.distance;
  camera.z = at.z + way.z * camera.distance;
}

/** How far the way from a person's head is free, up to `wanted`. */
function freeDistance(
  place: Place,
  at: { x: number; z: number },
  way: { x: number; y: number; z: number },
  wanted: number,
): number {
  let free = wanted;
  for (const box of place.solids) free = Math.min(free, distanceTo(box, at, way));
  for (const { leaf } of place.doors) free = Math.min(free, distanceTo(leaf, at, way));
  const { minX, maxX, minZ, maxZ } = place.bounds;
  free = Math.min(
    free,
    wallDistance(at.x, way.x, minX, maxX),
    wallDistance(at.z, way.z, minZ, maxZ),
  );
  free = Math.min(free, wallDistance(LOOK_HEIGHT, way.y, MARGIN, place.ceiling ?? 1_000));
  return Math.max(Math.min(wanted, free - MARGIN), NEAREST / 2);
}

/** From inside a room to its wall on the side that one looks to. The margin is kept by the caller. */
function wallDistance(from: number, way: number, min: number, max: number): number {
  if (Math.abs(way) < 1e-9) return Number.POSITIVE_INFINITY;
  return Math.max(0, ((way > 0 ? max : min) - from) / way) + MARGIN / 2;
}

/** Along a ray to a box (slab method); infinite where it is missed. */
function distanceTo(
  box: Box,
  from: { x: number; z: number },
  way: { x: number; y: number; z: number },
): number {
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  const slabs = [
    [from.x, way.x, box.minX, box.maxX],
    [LOOK_HEIGHT, way.y, 0, box.height],
    [from.z, way.z, box.minZ, box.maxZ],
  ] as const;
  for (const [origin, direction, min, max] of slabs) {
    if (Math.abs(direction) < 1e-9) {
      if (origin < min || origin > max) return Number.POSITIVE_INFINITY;
      continue;
    }
    const a = (min - origin) / direction;
    const b = (max - origin) / direction;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  }
  return near <= far ? near : Number.POSITIVE_INFINITY;
}
