import type { Checkpoint } from "@ryugu/sdk/lane";
import type { LaneState } from "./lane.ts";

/** Newer checkpoints than this many sequences under the tip are signed even when others were faster. */
const STILL_WORTH = 2_048;

/**
 * Whether a validator still signs a checkpoint. One that was delivered to finality long ago proves
 * nothing that anybody needs; a node that was away for long need not sign its way through history.
 */
export function isWorthSigning(lane: LaneState, checkpoint: Checkpoint): boolean {
  if (lane.halted !== undefined || checkpoint.anchor !== lane.anchor) return false;
  return checkpoint.sequence > Math.min(lane.deliveredFinal, lane.final.count - STILL_WORTH);
}

/**
 * How many peers must be asked for this validator's own earlier attestations before it signs anything:
 * with fewer, no quorum could form anyway, so waiting for them costs nothing.
 */
export function peersToConsult(quorum: number): number {
  return Math.max(0, quorum - 1);
}
