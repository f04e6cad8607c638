import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { PayoutLog, PayoutSources } from "../domain/payout-log.ts";
import type { BlockRef } from "../domain/position.ts";

/**
 * Reads what markets, rails and splits said on one chain, as the configured number of independent endpoints say alike. Every call ends
 * within a bounded time; it throws RangeTooLargeError when a smaller range may succeed.
 */
export interface PayoutLogReader {
  readonly chain: ChainId;
  /** A block by its height. */
  block(number: number): Promise<BlockRef | undefined>;
  /** The splits that makers made in a range of blocks. */
  splitsMade(factories: readonly Address[], from: number, to: number): Promise<Address[]>;
  /** What sources said in a range of blocks. Logs that are not what their topic says are left out. */
  logs(sources: PayoutSources, from: number, to: number): Promise<PayoutLog[]>;
}
