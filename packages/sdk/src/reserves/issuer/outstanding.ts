import { id, type Provider } from "ethers";
import { type Bytes32, bytes32 } from "../../primitives/index.ts";
import { askChain, type ChainContract, callView, unread } from "./ask-chain.ts";

/** What a chain itself says of a currency at one block. */
export interface OutstandingFact extends ChainContract {
  readonly block: { readonly number: number; readonly hash: Bytes32 };
  /** `totalSupply` in the currency's units; undefined where no currency answers at the address. */
  readonly units: bigint | undefined;
  /** Undefined where the currency does not say; ERC-20 leaves it free to. */
  readonly decimals: number | undefined;
}

/** A currency's contract, and the block to ask it at. An entry of a report's `outstanding` is one. */
export interface OutstandingQuestion extends ChainContract {
  readonly block: { readonly number: number };
}

const selector = (signature: string): string => id(signature).slice(0, 10);
const TOTAL_SUPPLY = /* @__PURE__ */ selector("totalSupply()");
const DECIMALS = /* @__PURE__ */ selector("decimals()");

/**
 * Asks a chain how much of a currency was outstanding at a block (ERC-20 `totalSupply`). An old block needs a node that keeps
 * old state.
 *
 * @param provider - of the currency's chain
 * @throws IssuerFactUnreadError where the chain is another one, gives no answer, or does not have the block
 *
 * @example
 * const facts = await Promise.all(report.outstanding.map((each) => readOutstanding(each, providers[each.chain])));
 */
export function readOutstanding(
  currency: OutstandingQuestion,
  provider: Provider,
): Promise<OutstandingFact> {
  const { chain, address, block } = currency;
  return askChain(currency, provider, async () => {
    const found = await provider.getBlock(block.number);
    if (typeof found?.hash !== "string") {
      throw unread(currency, `The node does not have block ${block.number}.`);
    }
    const [units, decimals] = await Promise.all([
      callView(provider, address, TOTAL_SUPPLY, block.number),
      callView(provider, address, DECIMALS, block.number),
    ]);
    return {
      chain,
      address,
      block: { number: block.number, hash: bytes32(found.hash) },
      units: units === undefined ? undefined : BigInt(units),
      decimals: decimals === undefined ? undefined : Number(decimals),
    };
  });
}
