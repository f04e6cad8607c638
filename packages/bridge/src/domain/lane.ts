import type { LaneReference } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";

/** A lane's two ends. */
export interface LaneRoute {
  laneId: Bytes32;
  originChain: ChainId;
  originGateway: Address;
  destinationChain: ChainId;
  destinationGateway: Address;
}

/** A lane's head after its first `count` messages. */
export interface LaneTip {
  count: number;
  head: Bytes32;
}

/** Why a lane was halted. Its facts stay; nothing of it is signed or relayed any more. */
export interface LaneHalt {
  /** Unix milliseconds. */
  time: number;
  reason: string;
  details: readonly string[];
}

/**
 * What a node knows of a lane.
 *
 * Invariants: `final.count <= seen.count`; `attested` falls only when `epoch` rises; a halted lane stays
 * halted until the council re-anchors it.
 */
export interface LaneState extends LaneRoute {
  /** How often the council re-anchored the lane, by the destination's final blocks. */
  anchor: number;
  /** The epoch of the set that the destination's gateway obeys; absent while that is not known. */
  epoch?: number;
  /** As far as the origin's newest block goes; a reorg may take it back. */
  seen: LaneTip;
  /** As far as the origin's final blocks go. */
  final: LaneTip;
  /** The highest sequence at which a quorum attested the head that this node computed. */
  attested: number;
  /** The last sequence that was consumed in order, as far as the destination's newest block goes. */
  delivered: number;
  /** The same, as far as the destination's final blocks go. */
  deliveredFinal: number;
  halted?: LaneHalt;
}

/** A lane of a zone, as the node names its two ends. */
export function laneRoute(lane: LaneReference & { id: Bytes32 }): LaneRoute {
  return {
    laneId: lane.id,
    originChain: lane.origin.chain,
    originGateway: lane.origin.gateway,
    destinationChain: lane.destination.chain,
    destinationGateway: lane.destination.gateway,
  };
}

/** A lane that nothing has been seen of yet. */
export function emptyLane(route: LaneRoute): LaneState {
  const tip = { count: 0, head: route.laneId };
  return {
    ...route,
    anchor: 0,
    seen: tip,
    final: tip,
    attested: 0,
    delivered: 0,
    deliveredFinal: 0,
  };
}
