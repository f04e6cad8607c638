import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { KeptLog } from "../domain/kept-log.ts";
import type { PayoutLog, PayoutSources } from "../domain/payout-log.ts";
import type { BlockHeader } from "../domain/position.ts";

/** A split that a maker made, and the log that tells its first list. */
export interface MadeSplit {
  split: Address;
  log: KeptLog;
}

/** What was said in a range of blocks: as far as it is understood here, and as the chain has it. */
export interface ReadPayouts {
  told: PayoutLog[];
  kept: KeptLog[];
}

/**
 * Reads what markets, rails and splits said on one chain, as the configured number of independent endpoints say alike. Every call ends
 * within a bounded time; it throws RangeTooLargeError when a smaller range may succeed.
 */
export interface PayoutLogReader {
  readonly chain: ChainId;
  /** A block by its height. */
  block(number: number): Promise<BlockHeader | undefined>;
  /** The splits that makers made in a range of blocks. */
  splitsMade(factories: readonly Address[], from: number, to: number): Promise<MadeSplit[]>;
  /** What sources said in a range of blocks. Logs that are not what their topic says are left out. */
  logs(sources: PayoutSources, from: number, to: number): Promise<ReadPayouts>;
  /** Where anybody said, in a range of blocks, that royalties were sent home. Whether a gateway took them is not looked at. */
  royaltiesSent(from: number, to: number): Promise<KeptLog[]>;
  /** A token's moves to an account in one block. */
  transfersTo(token: Address, account: Address, block: number): Promise<KeptLog[]>;
}
