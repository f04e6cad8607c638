import type { Address, Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { LaneState } from "../domain/lane.ts";
import type { ChainCursor } from "../domain/position.ts";
import type { ArchiveStore } from "./archive-store.ts";
import type { AuditStore } from "./audit-store.ts";
import type { PayoutView } from "./payout-index-store.ts";
import type { RoyaltyView } from "./royalty-store.ts";
import type { TrailStore } from "./trail-store.ts";

/** Which transfers are asked for. */
export interface TransferQuery {
  sender?: Address;
  recipient?: Address;
  /** A collection's address at home, with a token id if one token is meant. */
  token?: { chain?: ChainId; contract: Address; id?: bigint };
  limit: number;
  /** Continue before this position, as an earlier page's `next` said. */
  before?: number;
}

/** A change of one transfer. Ids rise with each change of any transfer. */
export interface TransferEvent {
  id: number;
  messageId: Bytes32;
}

/** What one vault should hold of one collection. */
export interface Holding {
  homeChain: ChainId;
  /** The chain whose claims the vault backs. */
  counterpartChain: ChainId;
  homeToken: Address;
  /** A whole number in decimal digits. */
  units: string;
}

/** Read by the API. */
export interface ApiStore extends ArchiveStore, PayoutView {
  lanes(): Promise<LaneState[]>;
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  /** The transfer that a message is of; undefined for a message that this node has not seen. */
  transfer(messageId: Hex): Promise<TransferStatus | undefined>;
  /** One page, newest first; `next` where more follow. */
  transfers(query: TransferQuery): Promise<{ transfers: TransferStatus[]; next?: number }>;
  /** Changes after an event id, in order; of one message, or of all. */
  events(after: number, limit: number, messageId?: Hex): Promise<TransferEvent[]>;
  /** The id of the newest change; 0 where there is none. */
  lastEvent(): Promise<number>;
  /** What each vault should hold by final facts: units per home collection. */
  holdings(): Promise<Holding[]>;
  /** Every transfer after a position, oldest first, and the last one's position. */
  exportTransfers(
    after: number,
    limit: number,
  ): Promise<{ transfers: TransferStatus[]; last: number }>;
  trail: TrailStore["trail"];
  audit: AuditStore["audit"];
  shortfalls: AuditStore["shortfalls"];
  statement: AuditStore["statement"];
  statementDays: AuditStore["statementDays"];
  routerStates: RoyaltyView["routerStates"];
}
