import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { RoyaltyRouter, WaitingAmount } from "../domain/royalty.ts";
import type { RelayerStore } from "./relayer-store.ts";

/** How royalties that came home ended: `divided` by the split that they went to, or `paid` to an account that is no split. */
export type RoyaltyEnd = "divided" | "paid";

/** Royalties that came home and may still have to be divided. */
export interface ArrivedRoyalty {
  /** Its place among all messages. */
  position: number;
  transfer: TransferStatus;
  receiver: Address;
}

/** Royalties on their way home. */
export interface RoyaltyBatch {
  transfer: TransferStatus;
  /** Absent until they have come home and are divided, or are left to whom they were paid. */
  end?: RoyaltyEnd;
}

/** A router with all that the node knows of it. */
export interface RouterState extends RoyaltyRouter {
  /** Its place in the list. */
  position: number;
  waiting: WaitingAmount[];
  /** What it sent home lately, the newest first. */
  batches: RoyaltyBatch[];
}

/** A lane's messages between two re-anchorings: what stood after a fork may be other messages. */
export interface LaneAnchor {
  laneId: Bytes32;
  anchor: number;
}

/** Kept by the payout role. */
export interface RoyaltyStore extends Pick<RelayerStore, "lanes" | "cursor" | "finalMessages"> {
  /** Up to which sequence a lane was looked through for collections, under its anchor; 0 for none. */
  royaltyCursor(lane: LaneAnchor): Promise<number>;
  /** Adds routers that a lane tells of up to a sequence; those that are known stay as they are. */
  addRoyaltyRouters(
    lane: LaneAnchor,
    through: number,
    routers: readonly RoyaltyRouter[],
  ): Promise<void>;
  /** A chain's routers after a position, in the order in which they were found. */
  royaltyRouters(
    chain: ChainId,
    after: number,
    limit: number,
  ): Promise<(RoyaltyRouter & { position: number })[]>;
  /** What was found waiting in a router when it was last looked at. */
  waitingRoyalties(chain: ChainId, router: Address): Promise<WaitingAmount[]>;
  /** Replaces what waits in a router. */
  saveWaitingRoyalties(
    chain: ChainId,
    router: Address,
    waiting: readonly WaitingAmount[],
  ): Promise<void>;
  /** How often a router has sent a currency home, by final facts. */
  forwardedRounds(
    chain: ChainId,
    router: Address,
    currency: { chain: ChainId; token: Address },
  ): Promise<number>;
  /**
   * Royalties that were delivered on a chain to the receivers of routers there, and of which nobody noted an end, oldest first.
   * `since` in unix seconds: older messages are left out. `after`: the position at which an earlier page ended.
   */
  arrivedRoyalties(
    chain: ChainId,
    query: { since: number; after: number; limit: number },
  ): Promise<ArrivedRoyalty[]>;
  /** Notes how royalties ended. The first word stays. */
  endRoyalty(messageId: Bytes32, end: RoyaltyEnd): Promise<void>;
}

/** What of it the API and the metrics read. */
export interface RoyaltyView {
  /** Routers after a position with what waits in them, and what they sent since (unix seconds). */
  routerStates(query: { after: number; limit: number; since: number }): Promise<RouterState[]>;
  /** What waits on each chain: how many amounts, and since when the oldest does (Unix milliseconds). */
  waitingByChain(): Promise<{ chain: ChainId; count: number; oldest: number }[]>;
}
