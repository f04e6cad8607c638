import { id, isError, type Provider } from "ethers";
import { RyuguError } from "../../errors/index.ts";
import {
  type Address,
  type Bytes32,
  bytes32,
  type ChainId,
  chainNumber,
} from "../../primitives/index.ts";
import { OutstandingUnreadError } from "../errors.ts";

/** What a chain itself says of a currency at one block. */
export interface OutstandingFact {
  readonly chain: ChainId;
  readonly address: Address;
  readonly block: { readonly number: number; readonly hash: Bytes32 };
  /** `totalSupply` in the currency's units; undefined where no currency answers at the address. */
  readonly units: bigint | undefined;
  /** Undefined where the currency does not say; ERC-20 leaves it free to. */
  readonly decimals: number | undefined;
}

/** A currency's contract, and the block to ask it at. An entry of a report's `outstanding` is one. */
export interface OutstandingQuestion {
  readonly chain: ChainId;
  readonly address: Address;
  readonly block: { readonly number: number };
}

const selector = (signature: string): string => id(signature).slice(0, 10);
const TOTAL_SUPPLY = /* @__PURE__ */ selector("totalSupply()");
const DECIMALS = /* @__PURE__ */ selector("decimals()");
/** A `0x` and the 64 digits of one word. */
const WORD = 66;

/**
 * Asks a chain how much of a currency was outstanding at a block (ERC-20 `totalSupply`). An old block needs a node that keeps
 * old state.
 *
 * @param provider - of the currency's chain
 * @throws OutstandingUnreadError where the chain is another one, gives no answer, or does not have the block
 *
 * @example
 * const facts = await Promise.all(report.outstanding.map((each) => readOutstanding(each, providers[each.chain])));
 */
export async function readOutstanding(
  currency: OutstandingQuestion,
  provider: Provider,
): Promise<OutstandingFact> {
  const { chain, address, block } = currency;
  try {
    await assertChain(chain, provider);
    const found = await provider.getBlock(block.number);
    if (typeof found?.hash !== "string") {
      throw unread(currency, "The node does not have this block.");
    }
    const [units, decimals] = await Promise.all([
      readNumber(provider, address, TOTAL_SUPPLY, block.number),
      readNumber(provider, address, DECIMALS, block.number),
    ]);
    return {
      chain,
      address,
      block: { number: block.number, hash: bytes32(found.hash) },
      units,
      decimals: decimals === undefined ? undefined : Number(decimals),
    };
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw unread(currency, "The chain gave no answer.", cause);
  }
}

async function assertChain(chain: ChainId, provider: Provider): Promise<void> {
  const { chainId } = await provider.getNetwork();
  if (chainId === chainNumber(chain)) return;
  throw new OutstandingUnreadError("The provider is of another chain than the currency.", {
    details: [`Expected: ${chain}`, `Received: eip155:${chainId}`],
  });
}

/** A contract without the function reverts or answers nothing; a chain that cannot be asked is another matter. */
async function readNumber(
  provider: Provider,
  to: Address,
  data: string,
  blockTag: number,
): Promise<bigint | undefined> {
  try {
    const answer = await provider.call({ to, data, blockTag });
    return answer.length < WORD ? undefined : BigInt(answer.slice(0, WORD));
  } catch (error) {
    if (isError(error, "CALL_EXCEPTION")) return undefined;
    throw error;
  }
}

function unread(
  { chain, address, block }: OutstandingQuestion,
  why: string,
  cause?: unknown,
): OutstandingUnreadError {
  return new OutstandingUnreadError(why, {
    details: [`Currency: ${address} on ${chain}`, `Block: ${block.number}`],
    ...(cause === undefined ? {} : { cause }),
  });
}
