import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { Reserve, ReserveStatement } from "@ryugu/sdk/reserves";
import type { LaneCut } from "../domain/cut.ts";
import type { LaneState } from "../domain/lane.ts";
import type { ChainCursor } from "../domain/position.ts";
import type { Backing, Ledger } from "../domain/reserves.ts";
import type { Shortfall } from "../domain/shortfall.ts";

/** A home and one counterpart, with the lanes between them. */
export interface ChainPair {
  homeChain: ChainId;
  counterpartChain: ChainId;
  /** The lane from home. */
  out: Bytes32;
  /** The lane home. */
  back: Bytes32;
}

/** A height of each chain of a pair. Facts above it are left out of account. */
export interface PairHeights {
  home: number;
  counterpart: number;
}

/** One complete look at every vault, at one cut. */
export interface Audit {
  /** Unix milliseconds at which it was finished. */
  time: number;
  chains: { id: ChainId; block: number; hash: Bytes32 }[];
  reserves: Reserve[];
  /** Pairs that could not be compared, and why. */
  unread: { homeChain: ChainId; counterpartChain: ChainId; reason: string }[];
  lanes: (LaneCut & { head: Bytes32 })[];
}

/** What the lanes of a pair have carried of one collection. */
export interface CollectionLedger {
  backing: Backing;
  ledger: Ledger;
}

/** The same of one token. */
export interface TokenLedger {
  id: bigint;
  ledger: Ledger;
}

/**
 * Kept by the auditor. Only final facts count, and only up to the heights given; `undefined` where a chain is not read
 * through its height now, which happens while it is read again.
 */
export interface AuditStore {
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  lanes(): Promise<LaneState[]>;
  /** How far both ends of a lane are at two heights, and the origin's head there. */
  laneCut(
    laneId: Bytes32,
    at: { origin: number; destination: number },
  ): Promise<(LaneCut & { head: Bytes32 }) | undefined>;
  /** What the lanes of a pair have carried of each collection that was born at its home. */
  ledgers(pair: ChainPair, at: PairHeights): Promise<CollectionLedger[] | undefined>;
  /** The same for each token of one collection, by ascending id. */
  tokenLedgers(
    pair: ChainPair,
    backing: Backing,
    at: PairHeights,
  ): Promise<TokenLedger[] | undefined>;
  /** Replaces the last audit, and the list of shortfalls that stand. */
  saveAudit(audit: Audit, shortfalls: readonly Shortfall[]): Promise<void>;
  /** Replaces the list of shortfalls that stand. */
  saveShortfalls(shortfalls: readonly Shortfall[]): Promise<void>;
  /** The last audit; undefined before the first. */
  audit(): Promise<Audit | undefined>;
  /** Shortfalls that stand. */
  shortfalls(): Promise<Shortfall[]>;
  /** Keeps a day's statement; a day that has one keeps that. */
  addStatement(statement: ReserveStatement): Promise<void>;
  statement(day: string): Promise<ReserveStatement | undefined>;
  /** Days with a statement before a day, newest first. */
  statementDays(before: string, limit: number): Promise<string[]>;
}
