import { appendHead, hashMessage } from "@ryugu/sdk/lane";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { LogMismatchError } from "./errors.ts";
import type { MessageSentLog } from "./gateway-log.ts";
import type { LaneTip } from "./lane.ts";
import type { LogPosition } from "./position.ts";

/** A message in its place, with the head that this node computed itself. */
export interface LaneMessage {
  laneId: Bytes32;
  sequence: number;
  /** Also the lane's head at this sequence. */
  messageId: Bytes32;
  messageHash: Bytes32;
  body: Hex;
  at: LogPosition;
}

/**
 * Continues a lane by logs in their order, recomputing every head from the bodies.
 *
 * @throws LogMismatchError when a sequence is missing, or a body does not give the id that the log claims
 */
export function extendLane(tip: LaneTip, logs: readonly MessageSentLog[]): LaneMessage[] {
  let { count, head } = tip;
  return logs.map((log) => {
    const { laneId, sequence, messageId, body, at } = log;
    if (sequence !== count + 1) {
      const details = [`Expected sequence: ${count + 1}`, `Received: ${sequence}`];
      throw new LogMismatchError("A lane's logs have a gap.", details, laneId);
    }
    const messageHash = hashMessage(body);
    const computed = appendHead(head, messageHash);
    if (computed !== messageId) {
      const details = [`Sequence: ${sequence}`, `Claimed: ${messageId}`, `Computed: ${computed}`];
      throw new LogMismatchError(
        "A message does not lead to the id that its log claims.",
        details,
        laneId,
      );
    }
    count = sequence;
    head = computed;
    return { laneId, sequence, messageId: computed, messageHash, body, at };
  });
}

/** Where a lane stands after some messages. */
export function tipAfter(tip: LaneTip, messages: readonly LaneMessage[]): LaneTip {
  const last = messages.at(-1);
  return last === undefined ? tip : { count: last.sequence, head: last.messageId };
}

/** Groups sent logs by their lane, keeping the order. */
export function byLane(logs: readonly MessageSentLog[]): Map<Bytes32, MessageSentLog[]> {
  const lanes = new Map<Bytes32, MessageSentLog[]>();
  for (const log of logs) {
    const lane = lanes.get(log.laneId);
    if (lane === undefined) lanes.set(log.laneId, [log]);
    else lane.push(log);
  }
  return lanes;
}
