import { turnBetween } from "../people/other.ts";
import type { Box, Place, Stand } from "../place/place.ts";
import type { AvatarRef, Emote, Motion, TokenRef } from "../protocol/references.ts";
import { pushOut } from "./collide.ts";
import { RUN_SPEED, WALK_SPEED } from "./speed.ts";

/** What a person asks of their body, from keys, stick or tap. */
export interface Input {
  /** Forwards, from -1 to 1, as the camera looks. */
  forward: number;
  /** To the right, from -1 to 1. */
  right: number;
  run: boolean;
  /** Where one has tapped to walk to; any other input ends it. */
  goal: { x: number; z: number } | undefined;
}

/** Oneself. Changed in place, every frame. */
export interface Me {
  name: string;
  avatar: AvatarRef;
  held: TokenRef | null;
  x: number;
  z: number;
  heading: number;
  motion: Motion;
  emote: { kind: Emote; since: number } | undefined;
  said: { text: string; until: number } | undefined;
}

/** How fast a body turns, in radians a second. */
const TURN_SPEED = 11;
/** Near enough to a goal, in metres. */
const ARRIVED = 0.25;
/** A stick that is hardly touched. */
const DEAD = 0.08;

/** No wish at all. */
export const still = (): Input => ({ forward: 0, right: 0, run: false, goal: undefined });

/** Somebody who has just arrived. */
export function meAt(stand: Stand, name: string, avatar: AvatarRef): Me {
  return { name, avatar, held: null, ...stand, motion: "idle", emote: undefined, said: undefined };
}

/** Moves oneself for a moment: as asked, along walls, turning towards where one goes. */
export function stepMe(
  me: Me,
  input: Input,
  yaw: number,
  place: Place,
  closed: readonly Box[],
  seconds: number,
): void {
  const wish = wishOf(me, input, yaw);
  const strength = Math.min(1, Math.hypot(wish.x, wish.z));
  if (strength < DEAD) {
    me.motion = "idle";
    return;
  }
  const speed = (input.run ? RUN_SPEED : WALK_SPEED) * strength;
  const before = { x: me.x, z: me.z };
  me.x += (wish.x / Math.hypot(wish.x, wish.z)) * speed * seconds;
  me.z += (wish.z / Math.hypot(wish.x, wish.z)) * speed * seconds;
  pushOut(place, me, closed);
  const moved = Math.hypot(me.x - before.x, me.z - before.z);
  // Against a wall there is nothing to walk towards: a goal behind it is given up.
  if (moved < speed * seconds * 0.1) input.goal = undefined;
  me.motion = moved < 1e-4 ? "idle" : input.run ? "run" : "walk";
  const turn = turnBetween(me.heading, Math.atan2(wish.x, wish.z));
  me.heading += turn * Math.min(1, TURN_SPEED * seconds);
  if (me.motion !== "idle") me.emote = undefined;
}

/** The way one wants to go, in the place's own directions. */
function wishOf(me: Me, input: Input, yaw: number): { x: number; z: number } {
  if (Math.hypot(input.forward, input.right) >= DEAD) {
    input.goal = undefined;
    const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)];
    return {
      x: sin * input.forward - cos * input.right,
      z: cos * input.forward + sin * input.right,
    };
  }
  const { goal } = input;
  if (goal === undefined) return { x: 0, z: 0 };
  const way = { x: goal.x - me.x, z: goal.z - me.z };
  const distance = Math.hypot(way.x, way.z);
  if (distance > ARRIVED) return { x: way.x / distance, z: way.z / distance };
  input.goal = undefined;
  return { x: 0, z: 0 };
}
