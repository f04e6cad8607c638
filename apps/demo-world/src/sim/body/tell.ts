import { turnBetween } from "../people/other.ts";
import { type ClientMessage, POSE_INTERVAL } from "../protocol/from-client.ts";
import type { Me } from "./me.ts";

/** What was told of one's own pose last. */
export interface Told {
  /** Unix milliseconds or any clock that goes on. */
  at: number;
  x: number;
  z: number;
  heading: number;
  motion: Me["motion"];
}

/** A server that knows nothing yet. */
export const toldNothing = (): Told => ({ at: -1e9, x: 1e9, z: 1e9, heading: 0, motion: "idle" });

/** Less than a hand's breadth, or a hardly visible turn, is not told. */
const MOVED = 0.01;
const TURNED = 0.03;

/** The pose that is to be told now; undefined while nothing changed, or too soon after the last. */
export function poseToTell(told: Told, me: Me, now: number): ClientMessage | undefined {
  if (now - told.at < POSE_INTERVAL) return undefined;
  const heading = turnBetween(0, me.heading);
  const moved = Math.hypot(me.x - told.x, me.z - told.z) > MOVED;
  const turned = Math.abs(turnBetween(told.heading, heading)) > TURNED;
  if (!moved && !turned && me.motion === told.motion) return undefined;
  Object.assign(told, { at: now, x: me.x, z: me.z, heading, motion: me.motion });
  return { t: "pose", x: round(me.x), z: round(me.z), heading: round(heading), motion: me.motion };
}

/** Millimetres are enough, and shorter to send. */
const round = (value: number) => Math.round(value * 1_000) / 1_000;
