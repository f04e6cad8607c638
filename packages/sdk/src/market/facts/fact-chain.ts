import type { JsonRpcApiProvider } from "ethers";
import type { Address, ChainId } from "../../primitives/index.ts";

/** A chain that is read for facts, and whose word counts on it. Logs of anybody else count for nothing. */
export interface FactChain {
  readonly id: ChainId;
  /** The caller owns and closes it. */
  readonly provider: JsonRpcApiProvider;
  /** The first block that is read: no later than the first credit that anybody may still claim. */
  readonly fromBlock: number;
  /** The last one; the newest where left out. Facts of blocks that are not final may change. */
  readonly toBlock?: number;
  /** Sales of these markets are told. */
  readonly markets: readonly Address[];
  /** Payments through these rails are told. */
  readonly rails: readonly Address[];
  /** Whoever these made is a split. */
  readonly splitFactories: readonly Address[];
  /** The zone's gateway, where royalties cross to or from here. */
  readonly gateway?: Address;
  /** Routers that have not sent anything yet; those that have are found. */
  readonly routers?: readonly Address[];
}
