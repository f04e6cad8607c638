import { canStand } from "../body/collide.ts";
import type { Box, Place } from "./place.ts";

/** A point of the floor. */
export interface Waypoint {
  readonly x: number;
  readonly z: number;
}

/** How finely the floor is searched, in metres. */
const CELL = 0.5;
/** Between two looks along a straight way, in metres. */
const STRIDE = 0.2;
const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

/**
 * A way on foot from one point to another, round everything solid: the points to walk to in turn, the last of them
 * the goal or, where one cannot stand there, the nearest point to it where one can. Empty where there is no way.
 */
export function findRoute(
  place: Place,
  from: Waypoint,
  to: Waypoint,
  closed: readonly Box[] = [],
): Waypoint[] {
  const isFree = (x: number, z: number) => canStand(place, x, z, closed);
  if (isStraight(isFree, from, to)) return [to];
  const cells = search(isFree, from, to);
  const points = isFree(to.x, to.z) ? [...cells, to] : cells;
  return shorten(isFree, from, points);
}

type IsFree = (x: number, z: number) => boolean;

/** Spreads over the floor from the start, and goes back from the cell that is nearest to the goal. */
function search(isFree: IsFree, from: Waypoint, to: Waypoint): Waypoint[] {
  const start = { x: from.x, z: from.z, before: -1 };
  const cells = [start];
  const seen = new Set(["0,0"]);
  const steps = [[0, 0]];
  let best = 0;
  let bestDistance = Math.hypot(to.x - from.x, to.z - from.z);
  for (let i = 0; i < cells.length && bestDistance > CELL; i++) {
    const [column, row] = steps[i] ?? [0, 0];
    for (const [dx, dz] of NEIGHBOURS) {
      const next = [(column ?? 0) + dx, (row ?? 0) + dz];
      const key = next.join();
      if (seen.has(key)) continue;
      seen.add(key);
      const x = from.x + (next[0] ?? 0) * CELL;
      const z = from.z + (next[1] ?? 0) * CELL;
      const cell = cells[i] ?? start;
      if (!isFree(x, z) || !isStraight(isFree, cell, { x, z })) continue;
      steps.push(next);
      const distance = Math.hypot(to.x - x, to.z - z);
      if (cells.push({ x, z, before: i }) && distance < bestDistance) {
        bestDistance = distance;
        best = cells.length - 1;
      }
    }
  }
  return wayTo(cells, best);
}

function wayTo(cells: readonly (Waypoint & { before: number })[], last: number): Waypoint[] {
  const way: Waypoint[] = [];
  for (let i = last; i > 0; ) {
    const cell = cells[i];
    if (cell === undefined) break;
    way.push({ x: cell.x, z: cell.z });
    i = cell.before;
  }
  return way.reverse();
}

/** Leaves out every point that one can walk past. */
function shorten(isFree: IsFree, from: Waypoint, points: readonly Waypoint[]): Waypoint[] {
  const kept: Waypoint[] = [];
  let at = from;
  for (let i = 0; i < points.length; ) {
    let next = i;
    for (let j = points.length - 1; j > i; j--) {
      const point = points[j];
      if (point === undefined || !isStraight(isFree, at, point)) continue;
      next = j;
      break;
    }
    const point = points[next];
    if (point === undefined) break;
    kept.push(point);
    at = point;
    i = next + 1;
  }
  return kept;
}

function isStraight(isFree: IsFree, from: Waypoint, to: Waypoint): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / STRIDE);
  for (let i = 1; i <= steps; i++) {
    const part = i / steps;
    if (!isFree(from.x + (to.x - from.x) * part, from.z + (to.z - from.z) * part)) return false;
  }
  return true;
}
