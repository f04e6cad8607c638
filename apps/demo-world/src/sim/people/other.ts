import type { PersonHere } from "../protocol/from-server.ts";
import type { AvatarRef, Emote, Motion, TokenRef } from "../protocol/references.ts";

/** How far behind the newest pose others are shown, in seconds: between two poses there is always a next one. */
const DELAY = 0.15;
/** After this long without a pose one has stopped, in seconds. */
const STALE = 0.6;

interface Sample {
  time: number;
  x: number;
  z: number;
  heading: number;
}

/** Somebody else who is here, as they are shown now. Changed in place, every frame. */
export interface Other {
  readonly id: number;
  name: string;
  avatar: AvatarRef;
  held: TokenRef | null;
  x: number;
  z: number;
  heading: number;
  motion: Motion;
  /** What they do once, and since when (seconds of the world's time). */
  emote: { kind: Emote; since: number } | undefined;
  /** What they said last, and until when it hangs over their head. */
  said: { text: string; until: number } | undefined;
  /** The last two poses that came. */
  from: Sample;
  to: Sample;
  saidMotion: Motion;
}

/** Somebody who has just come. */
export function otherFrom(person: PersonHere, time: number): Other {
  const { id, name, avatar, held, x, z, heading, motion } = person;
  const sample = { time, x, z, heading };
  return {
    id,
    name,
    avatar,
    held,
    x,
    z,
    heading,
    motion,
    emote: undefined,
    said: undefined,
    from: sample,
    to: { ...sample },
    saidMotion: motion,
  };
}

/** A pose of theirs came. */
export function hearPose(
  other: Other,
  time: number,
  pose: { x: number; z: number; heading: number; motion: Motion },
): void {
  const { from, to } = other;
  from.time = Math.max(to.time, time - STALE);
  from.x = other.to.x;
  from.z = other.to.z;
  from.heading = other.to.heading;
  to.time = time;
  to.x = pose.x;
  to.z = pose.z;
  to.heading = pose.heading;
  other.saidMotion = pose.motion;
}

/** Moves somebody to where they were a moment ago, between the poses that came. */
export function stepOther(other: Other, time: number): void {
  const { from, to } = other;
  const shown = time - DELAY;
  const span = to.time - from.time;
  const part = span <= 0 ? 1 : Math.min(Math.max((shown - from.time) / span, 0), 1);
  other.x = from.x + (to.x - from.x) * part;
  other.z = from.z + (to.z - from.z) * part;
  other.heading = from.heading + turnBetween(from.heading, to.heading) * part;
  other.motion = time - to.time > STALE ? "idle" : other.saidMotion;
  if (other.said !== undefined && other.said.until < time) other.said = undefined;
}

/** The shorter way round from one heading to another, in radians. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}
