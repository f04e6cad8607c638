import { bow, EMOTE_SECONDS, nod, wave } from "./emotes.ts";
import { hold } from "./hold.ts";
import { IDLE_SECONDS, idle } from "./idle.ts";
import { type Pose, resetPose } from "./pose.ts";
import { sit } from "./sit.ts";
import { RUN_SECONDS, run, WALK_SECONDS, walk } from "./stride.ts";

/** What a figure can do. */
export type MotionName = "idle" | "walk" | "run" | "sit" | "hold" | "wave" | "bow" | "nod";

interface MotionData {
  /** How long it takes, in seconds. */
  seconds: number;
  /** Whether its end is its beginning; the others are done once. */
  loops: boolean;
  /** Writes the pose at a time. It may leave alone what it does not move. */
  at: (seconds: number, out: Pose) => void;
}

/** Every motion: its length, whether it loops, and its poses. */
export const MOTIONS_BY_NAME: Readonly<Record<MotionName, MotionData>> = {
  idle: { seconds: IDLE_SECONDS, loops: true, at: idle },
  walk: { seconds: WALK_SECONDS, loops: true, at: walk },
  run: { seconds: RUN_SECONDS, loops: true, at: run },
  sit: { seconds: IDLE_SECONDS, loops: true, at: sit },
  hold: { seconds: IDLE_SECONDS, loops: true, at: hold },
  wave: { seconds: EMOTE_SECONDS, loops: false, at: wave },
  bow: { seconds: EMOTE_SECONDS, loops: false, at: bow },
  nod: { seconds: EMOTE_SECONDS, loops: false, at: nod },
};

/** Writes a motion's pose at a time into `out`. Makes no new objects. */
export function pose(motion: MotionName, seconds: number, out: Pose): void {
  resetPose(out);
  MOTIONS_BY_NAME[motion].at(seconds, out);
}
