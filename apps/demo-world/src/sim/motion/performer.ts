import { EMOTE_SECONDS } from "./emotes.ts";
import { MASKS } from "./masks.ts";
import { mirrorPose, mixPose } from "./mix-pose.ts";
import { MOTIONS_BY_NAME, type MotionName, pose } from "./motions.ts";
import { createPose, type Pose, resetPose } from "./pose.ts";

/** What a body does right now. */
export interface Doing {
  motion: "idle" | "walk" | "run" | "sit";
  /** An emote and for how many seconds it has gone on; none where undefined. */
  emote?: "wave" | "bow" | "nod" | undefined;
  emoteSeconds?: number;
  /** Whether something is carried on the right hand. */
  holds: boolean;
}

/** Carries a body from motion to motion without a jump. One for each figure. */
export interface Performer {
  /** The pose to draw. */
  readonly out: Pose;
  readonly scratch: Pose;
  readonly mirrored: Pose;
  /** How far each base motion has come, and how much of it is seen. */
  readonly phases: Record<Doing["motion"], number>;
  readonly shares: Record<Doing["motion"], number>;
  holding: number;
  /** How fast its steps follow one another, beside a figure whose hips are 0.585 m high. */
  pace: number;
}

const BASES = ["idle", "walk", "run", "sit"] as const;
/** How fast one motion gives way to the next, a second. */
const CHANGE = 7;
/** The hips' height for which the strides are made, in metres. */
const USUAL_HIPS = 0.585;
/** How long an emote takes to begin and to end, in seconds. */
const EASE = 0.3;

/**
 * A performer at rest.
 *
 * @param start lets figures that stand together breathe apart, in seconds
 * @param hipsHeight the figure's, in metres: whoever has short legs takes more steps
 */
export function createPerformer(start = 0, hipsHeight = USUAL_HIPS): Performer {
  return {
    out: createPose(),
    scratch: createPose(),
    mirrored: createPose(),
    phases: { idle: start, walk: 0, run: 0, sit: start },
    shares: { idle: 1, walk: 0, run: 0, sit: 0 },
    holding: 0,
    pace: Math.min(1.6, Math.max(0.7, USUAL_HIPS / hipsHeight)),
  };
}

/** Moves a performer on by some seconds; its pose is then in `performer.out`. Makes no new objects. */
export function perform(performer: Performer, doing: Doing, seconds: number): void {
  const step = 1 - Math.exp(-CHANGE * Math.max(0, seconds));
  const { out, scratch, mirrored, phases, shares, pace } = performer;
  resetPose(out);
  let seen = 0;
  for (const base of BASES) {
    shares[base] += ((base === doing.motion ? 1 : 0) - shares[base]) * step;
    const steps = base === "walk" || base === "run" ? pace : 1;
    phases[base] = (phases[base] + seconds * steps) % MOTIONS_BY_NAME[base].seconds;
    if (shares[base] < 0.002) continue;
    seen += shares[base];
    pose(base, phases[base], scratch);
    mixPose(out, scratch, shares[base] / seen);
  }
  performer.holding += ((doing.holds ? 1 : 0) - performer.holding) * step;
  if (performer.holding > 0.002) {
    pose("hold", phases.idle, scratch);
    mixPose(out, scratch, performer.holding, MASKS.hold);
  }
  if (doing.emote === undefined) return;
  const at = doing.emoteSeconds ?? 0;
  pose(doing.emote, at, scratch);
  // Whoever carries something waves with the other hand.
  if (performer.holding > 0.5) mirrorPose(scratch, mirrored);
  const shown = performer.holding > 0.5 ? mirrored : scratch;
  mixPose(out, shown, ease(at), maskOf(doing.emote, performer.holding > 0.5));
}

function maskOf(emote: MotionName, holds: boolean): Float32Array {
  if (emote === "wave") return holds ? MASKS.waveLeft : MASKS.wave;
  if (emote === "nod") return MASKS.nod;
  return holds ? MASKS.bowHolding : MASKS.bow;
}

/** Rises at the beginning of an emote and falls at its end. */
function ease(seconds: number): number {
  const near = Math.min(seconds, EMOTE_SECONDS - seconds) / EASE;
  const t = Math.min(1, Math.max(0, near));
  return t * t * (3 - 2 * t);
}
