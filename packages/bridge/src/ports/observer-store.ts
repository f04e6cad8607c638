import type { ValidatorSet } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog } from "../domain/gateway-log.ts";
import type { LaneHalt, LaneRoute, LaneState } from "../domain/lane.ts";
import type { LaneMessage } from "../domain/lane-log.ts";
import type { BlockHeader, BlockRef, ChainCursor } from "../domain/position.ts";

/** What one reading of a chain found. Written wholly or not at all. */
export interface ChainUpdate {
  chain: ChainId;
  latest: BlockHeader;
  /**
   * Where this reading goes on from: the end of what was final, or of what was seen, when it began. It is refused when
   * another process has moved that end meanwhile. Not checked where absent.
   */
  after?: BlockRef;
  /** What was seen above this height is forgotten first: a fork took its place. */
  forgetAbove?: number;
  /** Blocks newly read. `final` ones replace everything recorded as seen up to `through`. */
  scanned?: {
    finality: "seen" | "final";
    through: BlockRef;
    /** Messages sent from this chain, in lane order. */
    messages: readonly LaneMessage[];
    /** What happened to messages that arrive on this chain. */
    arrivals: readonly ArrivalLog[];
  };
}

/** Kept by the observer. */
export interface ObserverStore {
  /** How far a chain was read; undefined for one whose reading has not begun. */
  cursor(chain: ChainId): Promise<ChainCursor | undefined>;
  /** Sets where the reading of a new chain begins; does nothing for a chain that was begun. */
  begin(cursor: ChainCursor): Promise<void>;
  lanes(): Promise<LaneState[]>;
  lane(laneId: Bytes32): Promise<LaneState | undefined>;
  /** Adds lanes that are new. */
  addLanes(routes: readonly LaneRoute[]): Promise<void>;
  /**
   * Notes which set a chain's gateway obeys. A checkpoint counts as attested by the members of the set that its lane's
   * *destination* obeys, and by nobody while that set is not known. A new epoch counts again every checkpoint that is
   * not delivered to finality: `LaneState.attested` may fall, here and nowhere else, and what this validator has signed
   * of them is offered again by `unsigned`. A lower epoch than the known one, or the same, changes nothing.
   *
   * @throws StoreConflictError when another set is stored for the same epoch
   */
  setValidators(chain: ChainId, set: ValidatorSet): Promise<void>;
  /**
   * Writes what one reading found.
   *
   * @throws StoreOutrunError when another process has read on meanwhile
   * @throws StoreConflictError when it contradicts what is final
   */
  record(update: ChainUpdate): Promise<void>;
  /** Blocks above the last final one that facts or readings stand on. */
  seenBlocks(chain: ChainId): Promise<BlockRef[]>;
  /** Final blocks at which earlier readings ended, newest first. */
  finalBlocks(chain: ChainId, limit: number): Promise<BlockRef[]>;
  /** The lane's tip at a height: the last final message at or under it. */
  finalTipAt(laneId: Bytes32, block: number): Promise<{ count: number; head: Bytes32 }>;
  /** Forgets how far a chain was read above a height, keeping the facts, so that it is read again. */
  rewind(chain: ChainId, to: BlockRef): Promise<void>;
  /** Halts a lane. One that is halted keeps its first reason. */
  haltLane(laneId: Bytes32, halt: LaneHalt): Promise<void>;
}
