import type { MotionName } from "../../src/sim/motion/index.ts";

/** One picture of an avatar. */
export interface Shot {
  name: string;
  motion: MotionName;
  /** The motion's moment, in seconds. */
  at: number;
  /** From where: 0 is the front, a positive turn its left side. */
  yaw: number;
  from: "body" | "face";
  /** Where it looks: to its left and up are positive, in degrees. */
  gaze?: readonly [yaw: number, pitch: number];
  /** Expressions and their weights. */
  face?: Readonly<Record<string, number>>;
}

/** The sheet's columns. */
export const SHOTS: readonly Shot[] = [
  { name: "front", motion: "idle", at: 1, yaw: 0, from: "body" },
  { name: "quarter", motion: "idle", at: 3, yaw: 0.65, from: "body" },
  { name: "back", motion: "idle", at: 1, yaw: Math.PI + 0.3, from: "body" },
  { name: "walk", motion: "walk", at: 3.255, yaw: 0.9, from: "body" },
  { name: "run", motion: "run", at: 3.2, yaw: -1.1, from: "body" },
  { name: "wave", motion: "wave", at: 0.9, yaw: 0.1, from: "body", face: { happy: 1 } },
  { name: "greet", motion: "wave", at: 0.8, yaw: 0.22, from: "body" },
  { name: "hold", motion: "hold", at: 1, yaw: -0.5, from: "body" },
  { name: "bow", motion: "bow", at: 1.2, yaw: -1.1, from: "body" },
  { name: "sit", motion: "sit", at: 1, yaw: 0.6, from: "body" },
  { name: "face", motion: "idle", at: 1, yaw: 0.2, from: "face" },
  { name: "smile", motion: "idle", at: 1, yaw: -0.2, from: "face", face: { happy: 1 } },
  { name: "surprised", motion: "idle", at: 1, yaw: 0, from: "face", face: { surprised: 1 } },
  { name: "sad", motion: "idle", at: 1, yaw: 0, from: "face", face: { sad: 1 } },
  { name: "angry", motion: "idle", at: 1, yaw: 0, from: "face", face: { angry: 1 } },
  { name: "relaxed", motion: "idle", at: 1, yaw: 0.2, from: "face", face: { relaxed: 1 } },
  { name: "speaks", motion: "idle", at: 1, yaw: -0.6, from: "face", face: { aa: 1 } },
  { name: "aside", motion: "idle", at: 1, yaw: 0, from: "face", gaze: [50, 0] },
  { name: "below", motion: "idle", at: 1, yaw: 0, from: "face", gaze: [-30, 40] },
  { name: "profile", motion: "idle", at: 1, yaw: 1.4, from: "face" },
];
