import { isRetryable } from "@ryugu/sdk/errors";
import { decodeMessage } from "@ryugu/sdk/lane";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog, GatewayLog, MessageSentLog } from "../domain/gateway-log.ts";
import type { LaneState, LaneTip } from "../domain/lane.ts";
import { byLane, extendLane, type LaneMessage } from "../domain/lane-log.ts";

/** A lane's new messages, up to the first that this release cannot read. */
export interface LaneReading {
  lane: LaneState;
  tip: LaneTip;
  messages: LaneMessage[];
  unreadable?: { sequence: number; error: unknown };
}

/** The lanes that begin on a chain and may be read. */
export function originLanes(lanes: readonly LaneState[], chain: ChainId): LaneState[] {
  return lanes.filter((lane) => lane.originChain === chain && lane.halted === undefined);
}

/** What happened to messages of known lanes that end on a chain. */
export function arrivalsOf(
  logs: readonly GatewayLog[],
  lanes: readonly LaneState[],
  chain: ChainId,
): ArrivalLog[] {
  const known = new Set(
    lanes.filter((lane) => lane.destinationChain === chain).map((lane) => lane.laneId),
  );
  return logs.filter((log): log is ArrivalLog => log.type !== "sent" && known.has(log.laneId));
}

/**
 * Continues each lane by the logs of a range, recomputing its heads.
 *
 * @param tipOf - where a lane stood before the range
 * @throws LogMismatchError
 */
export async function readLanes(
  logs: readonly GatewayLog[],
  lanes: readonly LaneState[],
  tipOf: (lane: LaneState) => LaneTip | Promise<LaneTip>,
): Promise<LaneReading[]> {
  const sent = byLane(logs.filter((log): log is MessageSentLog => log.type === "sent"));
  const readings: LaneReading[] = [];
  for (const lane of lanes) {
    const tip = await tipOf(lane);
    readings.push({ lane, tip, ...readable(extendLane(tip, sent.get(lane.laneId) ?? [])) });
  }
  return readings;
}

function readable(messages: LaneMessage[]): Pick<LaneReading, "messages" | "unreadable"> {
  for (const [index, message] of messages.entries()) {
    try {
      decodeMessage(message.body);
    } catch (error) {
      if (isRetryable(error)) throw error;
      return {
        messages: messages.slice(0, index),
        unreadable: { sequence: message.sequence, error },
      };
    }
  }
  return { messages };
}
