import { CHECKPOINT_INTERVAL } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneMessage } from "./lane-log.ts";

/** A place in a lane that honest validators sign. */
export interface CheckpointPlace {
  sequence: number;
  head: Bytes32;
}

/**
 * The checkpoints in some final messages of one lane: the last of each block, and every sequence
 * divisible by 16. The messages must cover whole blocks, or validators would sign different places.
 */
export function checkpointsOf(messages: readonly LaneMessage[]): CheckpointPlace[] {
  return messages
    .filter(
      ({ sequence, at }, i) =>
        sequence % CHECKPOINT_INTERVAL === 0 || messages[i + 1]?.at.block !== at.block,
    )
    .map(({ sequence, messageId }) => ({ sequence, head: messageId }));
}
