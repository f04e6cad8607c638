import type { Address, ChainId } from "../primitives/index.ts";

/** An ERC-20 that can be paid by signature (ERC-3009), with the names it is signed under (EIP-712). */
export interface Currency {
  readonly chain: ChainId;
  readonly address: Address;
  /** The name in its EIP-712 domain, exact. A stranger's text: show `symbol`. */
  readonly name: string;
  readonly version: string;
  /** Made safe to show. */
  readonly symbol: string;
  readonly decimals: number;
}
