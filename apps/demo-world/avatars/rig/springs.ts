import type { Bind } from "../geometry/surface.ts";
import type { Vector } from "../geometry/vector.ts";
import { chain } from "./weights.ts";

/** Something that swings: a chain of joints below a bone (VRMC_springBone 1.0). */
export interface Spring {
  name: string;
  /** The bone that it hangs on. */
  parent: string;
  /** Where the joints lie, root first. The last only ends the chain. */
  points: readonly Vector[];
  /** How strongly it goes back to its rest. */
  stiffness: number;
  /** How strongly it falls. */
  gravity: number;
  /** 0 swings for ever, 1 does not swing. */
  drag: number;
  /** How near it comes to what it must not enter, in metres. */
  radius: number;
  /** What it must not enter. */
  avoids: readonly ColliderGroup[];
}

export type ColliderGroup = "head" | "body" | "legs";

/** Something that springs do not enter: a ball, or a capsule where it has a tail. */
export interface Collider {
  group: ColliderGroup;
  bone: string;
  /** From the bone. */
  offset: Vector;
  tail?: Vector;
  radius: number;
}

/** The name of a spring's joint, from 0. */
export const jointName = (spring: string, index: number): string => `${spring}-${index}`;

/**
 * Binds a part along a spring: its root to the bone that the spring hangs on, the rest by how far
 * along it (0 to 1) a point is.
 */
export function alongSpring(spring: Spring, place?: (at: Vector, v: number) => number): Bind {
  const joints = spring.points.length - 1;
  const links = [
    { joint: spring.parent, at: 0, blend: 0 },
    ...Array.from({ length: joints }, (_, i) => ({
      joint: jointName(spring.name, i),
      at: i / joints + 0.08,
      blend: 0.5 / joints,
    })),
  ];
  return chain(links, place ?? ((_at, v) => v));
}
