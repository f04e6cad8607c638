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
  /** Unix seconds of the destination's block that first consumed what is not on the origin's side. */
  aheadSince?: number;
  /** The first sequence at which the destination consumed another message than the origin sent. */
  otherMessageAt?: number;
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

/** How much later than a consumption the origin must have been read, in seconds: chains' clocks differ. */
const CLOCKS_APART = 600;

/**
 * Whether a destination has consumed what its origin has never sent: another message at some place, or one beyond
 * the last, although the origin was read to well after that time. Messages are final where they were sent before they are
 * consumed, so no view of the origin that is only late can look like this. It takes k keys.
 *
 * @param originTime - unix seconds of the origin's block at the cut
 * @returns why; undefined where nothing is wrong, or it is too early to say
 */
export function forgeryIn(lane: LaneCut, originTime: number): string | undefined {
  const { otherMessageAt, aheadSince } = lane;
  if (otherMessageAt !== undefined) {
    return `Another message was consumed at sequence ${otherMessageAt} than was sent there.`;
  }
  if (isComparable(lane) || aheadSince === undefined) return undefined;
  if (originTime <= aheadSince + CLOCKS_APART) return undefined;
  return "A message was consumed that was never sent.";
}
