import type { CoveredChain } from "../../payout/statement/index.ts";
import type { Address, Bytes32, ChainId } from "../../primitives/index.ts";
import type { FactLog } from "./events.ts";

/** The time and hash of a block. */
export interface BlockPlace {
  readonly hash: Bytes32;
  readonly time: number;
}

/** What one chain tells of payments, whoever read it. Only logs of those whose word counts are in it. */
export interface ChainLogs {
  readonly covered: CoveredChain;
  readonly splits: ReadonlySet<Address>;
  /** Routers that have not sent anything yet; those that have are found. */
  readonly routers: readonly Address[];
  /** In the chain's order. */
  readonly logs: readonly FactLog[];
  /** Those that logs are in. */
  readonly blocks: ReadonlyMap<number, BlockPlace>;
}

/** What logs alone do not tell of royalties that cross. */
export interface RoyaltySource {
  /** What stands on a chain for a token whose home is another one. */
  currencyOn(chain: ChainId, homeChain: ChainId, homeToken: Address): Promise<Address>;
  /** Transfers of tokens to accounts in the blocks of a chain that were read, in its order. */
  transfers(
    chain: ChainId,
    tokens: readonly Address[],
    accounts: readonly Address[],
  ): Promise<readonly FactLog[]>;
}
