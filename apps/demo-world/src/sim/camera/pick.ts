import type { Camera } from "./camera.ts";
import { cameraAxes } from "./seen.ts";

/** The camera's vertical angle, in radians. The view draws with it, and taps are read with it. */
export const VIEW_ANGLE = (52 * Math.PI) / 180;
/** Nobody taps to walk further than this, in metres. */
const FARTHEST = 40;

/**
 * The point of the floor under a point of the picture; undefined where that shows no floor near by.
 *
 * @param right - from -1 at the picture's left edge to 1 at its right
 * @param up - from -1 at the bottom to 1 at the top
 * @param aspect - the picture's width over its height
 */
export function floorUnder(
  camera: Camera,
  at: { x: number; z: number },
  right: number,
  up: number,
  aspect: number,
): { x: number; z: number } | undefined {
  const axes = cameraAxes(camera, at);
  if (axes === undefined) return undefined;
  const [fx, fy, fz] = axes.into;
  const [rx, rz] = axes.right;
  const [ux, uy, uz] = axes.up;
  const half = Math.tan(VIEW_ANGLE / 2);
  const [h, v] = [right * half * aspect, up * half];
  const ray = { x: fx + rx * h + ux * v, y: fy + uy * v, z: fz + rz * h + uz * v };
  if (ray.y > -1e-3) return undefined;
  const steps = -camera.y / ray.y;
  const point = { x: camera.x + ray.x * steps, z: camera.z + ray.z * steps };
  return Math.hypot(point.x - at.x, point.z - at.z) > FARTHEST ? undefined : point;
}
