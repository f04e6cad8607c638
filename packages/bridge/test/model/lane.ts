import { headsAfter } from "@ryugu/sdk/lane";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import type { MessageSentLog } from "../../src/domain/gateway-log.ts";
import type { LaneRoute, LaneTip } from "../../src/domain/lane.ts";
import { extendLane, type LaneMessage } from "../../src/domain/lane-log.ts";
import { AWAY, accountOf, at, HOME, hashOf, transferBody, word } from "./messages.ts";

/** The lane from home to away that tests use. */
export const ROUTE: LaneRoute = {
  laneId: word("lane out"),
  originChain: HOME,
  originGateway: accountOf("gateway home"),
  destinationChain: AWAY,
  destinationGateway: accountOf("gateway away"),
};

/** The lane back. */
export const BACK: LaneRoute = {
  laneId: word("lane back"),
  originChain: AWAY,
  originGateway: accountOf("gateway away"),
  destinationChain: HOME,
  destinationGateway: accountOf("gateway home"),
};

/** Honest logs that continue a lane; `blocks` gives each message's block, in order. */
export function sentLogs(
  laneId: Bytes32,
  tip: LaneTip,
  blocks: readonly number[],
  fork = "",
): MessageSentLog[] {
  const bodies = blocks.map((_, i) => transferBody(BigInt(tip.count + i + 1)));
  const heads = headsAfter(tip.head, bodies.map(hashOf));
  return bodies.map((body, i) => ({
    type: "sent",
    laneId,
    sequence: tip.count + i + 1,
    messageId: heads[i] ?? laneId,
    body,
    at: at(blocks[i] ?? 0, i, fork),
  }));
}

/** The same as messages, computed by the code under test from honest logs. */
export function sentMessages(laneId: Bytes32, blocks: readonly number[]): LaneMessage[] {
  const tip = { count: 0, head: laneId };
  return extendLane(tip, sentLogs(laneId, tip, blocks));
}
