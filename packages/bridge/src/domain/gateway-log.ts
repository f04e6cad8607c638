import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { LogPosition } from "./position.ts";

/** A message entered a lane, on the lane's origin. */
export interface MessageSentLog {
  type: "sent";
  laneId: Bytes32;
  sequence: number;
  messageId: Bytes32;
  body: Hex;
  at: LogPosition;
}

/** The messages `first` to `last` were consumed, on the lane's destination. */
export interface MessagesDeliveredLog {
  type: "delivered";
  laneId: Bytes32;
  first: number;
  last: number;
  /** The lane's head at `last`, as the destination computed it. */
  head: Bytes32;
  at: LogPosition;
}

/** A consumed message could not be carried out. */
export interface MessageParkedLog {
  type: "parked";
  laneId: Bytes32;
  sequence: number;
  messageId: Bytes32;
  /** What the token or the gateway reverted with. */
  reason: Hex;
  at: LogPosition;
}

/** A message was consumed out of order. */
export interface MessageClaimedLog {
  type: "claimed";
  laneId: Bytes32;
  sequence: number;
  messageId: Bytes32;
  at: LogPosition;
}

/** A parked message was carried out. */
export interface MessageRetriedLog {
  type: "retried";
  laneId: Bytes32;
  messageId: Bytes32;
  /** Another account than the message names, if whoever would have received it chose one. */
  recipient?: Address;
  at: LogPosition;
}

/** A message ended after its deadline: what it carried goes back in a Return. */
export interface MessageReturnedLog {
  type: "returned";
  laneId: Bytes32;
  messageId: Bytes32;
  returnId: Bytes32;
  at: LogPosition;
}

/**
 * The council let a halted lane go on from its origin's new fork: what the destination had consumed after `delivered` is
 * lost, and checkpoints of lower anchors are void.
 */
export interface LaneReAnchoredLog {
  type: "reanchored";
  laneId: Bytes32;
  anchor: number;
  delivered: number;
  head: Bytes32;
  at: LogPosition;
}

/** What a gateway says on its chain, decoded. Nothing in it is believed before it is checked. */
export type GatewayLog =
  | MessageSentLog
  | MessagesDeliveredLog
  | MessageClaimedLog
  | MessageParkedLog
  | MessageRetriedLog
  | MessageReturnedLog
  | LaneReAnchoredLog;

/** What a gateway says about messages that arrive on its chain. */
export type ArrivalLog = Exclude<GatewayLog, MessageSentLog>;

/** Puts logs in their chain's order. */
export function byPosition(a: GatewayLog, b: GatewayLog): number {
  return a.at.block - b.at.block || a.at.logIndex - b.at.logIndex;
}
