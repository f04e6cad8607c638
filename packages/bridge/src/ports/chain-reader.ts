import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { GatewayLog } from "../domain/gateway-log.ts";
import type { LaneTip } from "../domain/lane.ts";
import type { BlockHeader } from "../domain/position.ts";

/** The newest block of a chain and the newest one under the `finalized` tag. */
export interface ChainHeads {
  latest: BlockHeader;
  /** Undefined on a chain without the tag. */
  tagged: number | undefined;
}

/** What an inbound lane's gateway has consumed. */
export interface InboundTip {
  delivered: number;
  anchor: number;
  /** Whether the council halted the lane: nothing of it is taken until it is re-anchored. */
  halted: boolean;
}

/**
 * Reads one chain. Every call ends within a bounded time and throws a RyuguError when it fails;
 * `logs` throws RangeTooLargeError when a smaller range may succeed.
 */
export interface ChainReader {
  readonly chain: ChainId;
  /** Puts the endpoint that gave the last logs behind the others for a while: what it said cannot be true. */
  distrust(): void;
  /** The newest blocks that as many endpoints have reached as must agree. */
  heads(): Promise<ChainHeads>;
  /** A block by its height. With `agreed`, only what the configured number of independent endpoints say alike. */
  block(number: number, mode?: "any" | "agreed"): Promise<BlockHeader | undefined>;
  /**
   * The gateway's logs in a range of blocks, in order. With `agreed`, only what the configured number
   * of independent endpoints return identically, each of which must know the range's last block.
   */
  logs(from: number, to: number, mode: "any" | "agreed"): Promise<GatewayLog[]>;
  /** The gateway's own count and head of an outbound lane at a block; undefined where that state is pruned. */
  outboundLane(laneId: Bytes32, block: number): Promise<LaneTip | undefined>;
  /** What the gateway has consumed of an inbound lane at the newest block. */
  inboundLane(laneId: Bytes32): Promise<InboundTip>;
  /**
   * The set that the gateway goes by at a block, or at the newest one where that block's state is pruned. The configured
   * number of independent endpoints must say the same.
   */
  validatorSet(block: number): Promise<ValidatorSet>;
  /** The vault that holds this chain's tokens while they are on a counterpart chain. */
  vaultOf(counterpart: ChainId): Promise<Address>;
}
