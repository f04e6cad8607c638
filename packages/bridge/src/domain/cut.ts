import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { BlockRef } from "./position.ts";

/** One final block of each chain. What an audit says, it says at a cut. */
export type Cut = ReadonlyMap<ChainId, BlockRef>;

/** How far the two ends of a lane are at a cut. */
export interface LaneCut {
  laneId: Bytes32;
  /** Messages on the origin up to its block. */
  sent: number;
  /** The highest sequence that the destination consumed in order up to its block. */
  consumed: number;
  /** Messages claimed on the destination up to its block that are not on the origin up to its own. */
  unknownClaims: number;
}

/**
 * Whether a lane can be compared at a cut: everything that its destination has consumed is on the origin's side of the cut.
 *
 * Two chains have no common clock, so a cut's blocks are of different times; that is harmless. A message that the origin's block
 * has and the destination's has not is in flight, whatever has become of it since. The other way round it would be counted as
 * nothing where it came from and as something where it went: then this node's view of the origin is behind, and
 * the comparison waits for it.
 */
export function isComparable({ sent, consumed, unknownClaims }: LaneCut): boolean {
  return consumed <= sent && unknownClaims === 0;
}
