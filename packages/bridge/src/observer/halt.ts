import type { LaneConflict } from "../domain/conflict.ts";
import type { LaneState } from "../domain/lane.ts";
import type { ObserverContext } from "./context.ts";

/** Halts a lane, durably and loudly. Other lanes go on. */
export async function haltLane(
  { store, clock, report }: ObserverContext,
  lane: LaneState,
  reason: string,
  details: readonly string[],
): Promise<void> {
  const halt = { time: clock.now(), reason, details };
  await store.haltLane(lane.laneId, halt);
  report({ type: "lane-halted", laneId: lane.laneId, halt });
}

/** The origin denies a message that was final: nothing of this lane can be believed any more. */
export function haltForConflict(
  context: ObserverContext,
  lane: LaneState,
  conflict: LaneConflict,
): Promise<void> {
  return haltLane(context, lane, "The lane's origin was rewritten past finality.", [
    `Sequence: ${conflict.sequence}`,
    `Recorded as final: ${conflict.recorded}`,
    `Found now: ${conflict.found ?? "no message"}`,
  ]);
}

/** A message is of a version or kind that this release does not know: signing it would be blind. */
export function haltUnreadable(
  context: ObserverContext,
  lane: LaneState,
  unreadable: { sequence: number; error: unknown },
): Promise<void> {
  const why =
    unreadable.error instanceof Error ? unreadable.error.message : String(unreadable.error);
  return haltLane(context, lane, "A message cannot be read by this release.", [
    `Sequence: ${unreadable.sequence}`,
    why,
  ]);
}
