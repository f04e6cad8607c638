import { type Camera, LOOK_HEIGHT } from "./camera.ts";

/** The directions of the picture in the world, each of length 1: into it, to its right, to its top. */
export interface CameraAxes {
  readonly into: readonly [x: number, y: number, z: number];
  /** The camera never rolls: this one is level. */
  readonly right: readonly [x: number, z: number];
  readonly up: readonly [x: number, y: number, z: number];
}

/** How a camera that looks at somebody stands; undefined where it looks straight down or at itself. */
export function cameraAxes(camera: Camera, at: { x: number; z: number }): CameraAxes | undefined {
  const [x, y, z] = [at.x - camera.x, LOOK_HEIGHT - camera.y, at.z - camera.z];
  const length = Math.hypot(x, y, z);
  const flat = Math.hypot(x, z);
  if (length < 1e-6 || flat < 1e-6) return undefined;
  const [fx, fy, fz] = [x / length, y / length, z / length];
  const [rx, rz] = [-z / flat, x / flat];
  return { into: [fx, fy, fz], right: [rx, rz], up: [-rz * fy, rz * fx - rx * fz, rx * fy] };
}

/** A point of the world as it is seen: how deep in the picture, in metres, and how far from its middle at that depth. */
export interface Seen {
  right: number;
  up: number;
  /** Negative behind the camera. */
  depth: number;
}

/** Where a point is seen from a camera that stands so. */
export function seenFrom(
  camera: Camera,
  { into, right, up }: CameraAxes,
  x: number,
  y: number,
  z: number,
): Seen {
  const [dx, dy, dz] = [x - camera.x, y - camera.y, z - camera.z];
  return {
    right: dx * right[0] + dz * right[1],
    up: dx * up[0] + dy * up[1] + dz * up[2],
    depth: dx * into[0] + dy * into[1] + dz * into[2],
  };
}
