import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import { id } from "ethers";

/** What relayers agree on without talking: the same lane, the same next sequence, the same list. */
export interface Turn {
  laneId: Bytes32;
  /** What the destination has consumed: the work that follows is what is shared out. */
  delivered: number;
}

/**
 * A relayer's place in line for a piece of work, from 0. Each piece has its own pseudo-random order,
 * so that the work spreads evenly. Relayers that do not answer go to the end of the line.
 *
 * @returns `relayers.length` for somebody who is not in the list
 */
export function rankOf(
  turn: Turn,
  relayers: readonly Address[],
  self: Address,
  answering: (relayer: Address) => boolean,
): number {
  const line = relayers
    .map((relayer) => ({
      relayer,
      late: relayer !== self && !answering(relayer),
      ticket: id(`${turn.laneId}/${turn.delivered}/${relayer.toLowerCase()}`),
    }))
    .sort((a, b) => Number(a.late) - Number(b.late) || (a.ticket < b.ticket ? -1 : 1));
  const rank = line.findIndex(({ relayer }) => relayer === self);
  return rank < 0 ? relayers.length : rank;
}

/**
 * Whether it is somebody's turn: each rank waits one delay longer than the one before.
 *
 * @param availableFor - milliseconds since there has been work
 * @param takeoverDelay - milliseconds
 */
export function isMyTurn(rank: number, availableFor: number, takeoverDelay: number): boolean {
  return availableFor >= rank * takeoverDelay;
}

/** Blocks within which what somebody has sent shows: one until it is mined, one until everybody knows. */
const BLOCKS_TO_SHOW = 2;

/**
 * How much longer each relayer waits than the one before it in line, in milliseconds. On a slow chain that is long enough
 * for what the one before has sent to show in a block.
 */
export function takeoverDelayOn(blockTime: number, least: number): number {
  return Math.max(least, BLOCKS_TO_SHOW * blockTime);
}
