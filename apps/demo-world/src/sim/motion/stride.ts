import { curlHand } from "./hands.ts";
import { LIMBS, type Side, signOf } from "./limbs.ts";
import { type Pose, turn } from "./pose.ts";

/** What makes a walk a walk and a run a run. Angles in degrees. */
interface Stride {
  /** How long two steps take, in seconds. */
  seconds: number;
  /** How far a leg swings to either side of the vertical, and how far its knee bends in the air. */
  swing: number;
  knee: number;
  /** How far the body leans forward. */
  lean: number;
  /** How far an arm swings, and how far its elbow is bent. */
  arm: number;
  elbow: number;
  /** How far the hips sink and rise, in parts of their height. */
  sink: number;
  bounce: number;
  /** How far the hips and the chest turn against each other. */
  twist: number;
  fist: number;
}

const WALK: Stride = {
  seconds: 0.5,
  swing: 34,
  knee: 46,
  lean: 4,
  arm: 30,
  elbow: 20,
  sink: 0.03,
  bounce: 0.022,
  twist: 6,
  fist: 18,
};

const RUN: Stride = {
  seconds: 0.36,
  swing: 44,
  knee: 82,
  lean: 12,
  arm: 42,
  elbow: 78,
  sink: 0.045,
  bounce: 0.05,
  twist: 9,
  fist: 44,
};

/** How long two steps of a walk and of a run take, in seconds. */
export const WALK_SECONDS = WALK.seconds;
export const RUN_SECONDS = RUN.seconds;

/** Walks on the spot; the world moves the figure. */
export const walk = (seconds: number, out: Pose): void => stride(WALK, seconds, out);

/** Runs on the spot. */
export const run = (seconds: number, out: Pose): void => stride(RUN, seconds, out);

function stride(how: Stride, seconds: number, out: Pose): void {
  const phase = (2 * Math.PI * seconds) / how.seconds;
  const side = Math.sin(phase);
  // Highest when one leg is under the body, lowest when both are apart.
  out.hips[0] = 0.012 * Math.sin(phase + 1.3);
  out.hips[1] = -how.sink + how.bounce * Math.cos(2 * phase + 0.35);
  turn(out, "hips", how.lean * 0.35, -how.twist * side, 2 * Math.cos(phase));
  turn(out, "spine", how.lean * 0.4, how.twist * 0.7 * side, -1.4 * Math.cos(phase));
  turn(out, "chest", how.lean * 0.45, how.twist * side, -1 * Math.cos(phase));
  turn(out, "neck", -how.lean * 0.4, -how.twist * 0.35 * side, 0);
  turn(
    out,
    "head",
    -how.lean * 0.6 + 1.2 * Math.cos(2 * phase),
    -how.twist * 0.35 * side,
    0.6 * Math.cos(phase),
  );
  leg(how, "left", phase, out);
  leg(how, "right", phase + Math.PI, out);
  arm(how, "left", side, out);
  arm(how, "right", -side, out);
}

/** The leg is foremost a quarter of the way round, and in the air while it comes forward. */
function leg(how: Stride, side: Side, phase: number, out: Pose): void {
  const limbs = LIMBS[side];
  const forward = how.swing * Math.sin(phase) + how.swing * 0.14;
  const lifted = Math.max(0, Math.cos(phase - 0.15)) ** 1.4;
  const knee = 7 + how.knee * lifted;
  const push = Math.max(0, -Math.sin(phase + 0.35));
  turn(out, limbs.upperLeg, -forward - 0.28 * how.knee * lifted, 0, signOf(side) * 1.2);
  turn(out, limbs.lowerLeg, knee, 0, 0);
  turn(
    out,
    limbs.foot,
    -8 + 26 * push - 8 * Math.max(0, Math.sin(phase)) - 4 * lifted,
    signOf(side) * 3,
    0,
  );
  turn(out, limbs.toes, -18 * push, 0, 0);
}

/** An arm swings with the other side's leg. */
function arm(how: Stride, side: Side, forward: number, out: Pose): void {
  const limbs = LIMBS[side];
  const sign = signOf(side);
  const bend = how.elbow - 9 * forward;
  turn(out, limbs.shoulder, 0, sign * 3 * forward, -sign * 3);
  turn(out, limbs.upperArm, how.arm * forward + how.elbow * 0.12, 0, -sign * 67);
  turn(out, limbs.lowerArm, 0, -sign * bend, -sign * 3);
  turn(out, limbs.hand, 0, 0, -sign * 4);
  curlHand(out, side, how.fist);
}
