import { findCause } from "@ryugu/sdk/errors";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { CallRevertedError } from "../domain/errors.ts";
import type { LaneState } from "../domain/lane.ts";
import { restartDelay } from "../domain/supervision.ts";

/** What the relayer remembers of a lane between ticks. All of it may be lost. */
export interface LaneMemory {
  delivered: number;
  /** When the work after `delivered` became available, in Unix milliseconds. */
  since: number;
  /** Deliveries that failed in a row. */
  failures: number;
  /** No delivery is tried before, in Unix milliseconds. */
  notBefore: number;
  /** What part of the expected gas deliveries take. */
  share: number;
}

/** After a delivery that would revert, in milliseconds: doubled with each failure in a row. */
const BACKOFF = { first: 1_000, most: 60_000 };

/** Remembers lanes, each anew when something of it was delivered. */
export function laneMemories(): (lane: LaneState, now: number) => LaneMemory {
  const memories = new Map<Bytes32, LaneMemory>();
  return ({ laneId, delivered }, now) => {
    const known = memories.get(laneId);
    if (known?.delivered === delivered) return known;
    const fresh = { delivered, since: now, failures: 0, notBefore: 0, share: known?.share ?? 1 };
    memories.set(laneId, fresh);
    return fresh;
  };
}

/** Notes that a delivery failed: the lane is left alone for a while, longer each time. */
export function noteFailure(memory: LaneMemory, now: number, error: unknown): void {
  memory.failures += 1;
  // The lane stands still, or somebody was faster: when it goes on, the line begins anew, or all would go first.
  if (findCause(error, CallRevertedError) !== undefined) memory.since = now;
  memory.share = 1;
  memory.notBefore = now + restartDelay(memory.failures, BACKOFF);
}
