import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog } from "../domain/gateway-log.ts";
import type { KeptLog } from "../domain/kept-log.ts";
import type { LaneMessage } from "../domain/lane-log.ts";
import type { IndexedRange } from "../domain/payout-facts.ts";

/** Whose statement is wanted. */
export interface StatementQuery {
  account: Address;
  /** Where to look. */
  chains: readonly ChainId[];
  /** Unix seconds, the second one excluded. */
  from: number;
  before: number;
  /** The most logs that are read. */
  most: number;
}

/** What of one chain's index a statement rests on. */
export interface StatementChain extends IndexedRange {
  /** Of the accounts that the logs name, those that pass money on. */
  splits: readonly Address[];
  routers: readonly Address[];
  /** Whole transactions, in the chain's order. */
  logs: readonly KeptLog[];
}

/** Royalties that a router sent, and what became of them in the blocks that were read. */
export interface StatementRoyalty {
  message: LaneMessage;
  originChain: ChainId;
  originGateway: Address;
  destinationChain: ChainId;
  destinationGateway: Address;
  /** In the destination's order. */
  arrivals: readonly ArrivalLog[];
  /** Transfers to whom they went; undefined while they were not looked up. */
  landed: readonly KeptLog[] | undefined;
}

/** All that is indexed of how money came to one account: from the sale on, through every split and router. */
export interface StatementLogs {
  chains: readonly StatementChain[];
  royalties: readonly StatementRoyalty[];
}

/** What statements are derived of. */
export interface StatementLogStore {
  /**
   * Finds what a statement rests on, as of one moment. What passed money on is followed back with all that ever came through it, since
   * money leaves in the order in which it came.
   *
   * @throws StatementTooLongError
   */
  statementLogs(query: StatementQuery): Promise<StatementLogs>;
}
