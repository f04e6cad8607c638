import type { Address, ChainId } from "@ryugu/sdk/primitives";
import type { SplitView } from "../domain/division.ts";
import type { HomeCurrency, RoyaltyRoute } from "../domain/royalty.ts";

/** A final block, or what stands now. */
export type RoyaltyBlock = number | "latest";

/**
 * What the payout role asks one chain. As many endpoints as must agree say the same. Every call ends within a bounded time and
 * throws a RyuguError when the chain or its gateway does not answer; where a stranger's contract does not, the answer is
 * undefined.
 */
export interface RoyaltyReader {
  readonly chain: ChainId;
  /** Who makes routers. */
  custody(): Promise<Address>;
  /** A route's router, made or not. */
  routerOf(route: RoyaltyRoute): Promise<Address>;
  /** What stands for a currency on this chain: itself at home, its representation elsewhere. */
  currencyHere(currency: HomeCurrency): Promise<Address>;
  /** Whether an account has code. */
  isContract(account: Address, block: number): Promise<boolean>;
  /** What an account holds of an ERC-20, in units. */
  held(currency: Address, holder: Address, block: RoyaltyBlock): Promise<bigint | undefined>;
  /** What the lane to a chain asks of a send now, in wei. */
  laneFee(to: ChainId): Promise<bigint>;
  /** How a split of one of the factories stands; undefined for any other account. */
  split(
    factories: readonly Address[],
    account: Address,
    currency: Address,
    block: RoyaltyBlock,
  ): Promise<SplitView | undefined>;
}
