import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { LaneTip } from "./lane.ts";
import type { LaneMessage } from "./lane-log.ts";

/** A final message that the chain now denies. */
export interface LaneConflict {
  sequence: number;
  recorded: Bytes32;
  /** Undefined where the chain has no message there any more. */
  found: Bytes32 | undefined;
}

/**
 * Compares what was recorded as final with what the chain now calls final.
 *
 * @param recorded - the recorded messages above the last block that both histories share
 * @param now - the chain's messages above that block, recomputed from the same head
 * @returns the first conflict; undefined when the new history only moved or continued the old one
 */
export function findConflict(
  recorded: readonly Pick<LaneMessage, "sequence" | "messageId">[],
  now: readonly LaneMessage[],
): LaneConflict | undefined {
  const found = new Map(now.map(({ sequence, messageId }) => [sequence, messageId]));
  const lost = recorded.find(({ sequence, messageId }) => found.get(sequence) !== messageId);
  return (
    lost && { sequence: lost.sequence, recorded: lost.messageId, found: found.get(lost.sequence) }
  );
}

/** Whether the gateway's own record of a lane is what this node computed. */
export function sameTip(a: LaneTip, b: LaneTip): boolean {
  return a.count === b.count && a.head === b.head;
}
