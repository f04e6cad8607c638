import { isError, type Provider } from "ethers";
import { RyuguError } from "../../errors/index.ts";
import { type Address, type ChainId, chainNumber } from "../../primitives/index.ts";
import { IssuerFactUnreadError } from "../errors.ts";

/** A contract on a chain. */
export interface ChainContract {
  readonly chain: ChainId;
  readonly address: Address;
}

/**
 * Asks a chain, and says so where it cannot be asked.
 *
 * @throws IssuerFactUnreadError
 */
export async function askChain<T>(
  contract: ChainContract,
  provider: Provider,
  question: () => Promise<T>,
): Promise<T> {
  try {
    const { chainId } = await provider.getNetwork();
    if (chainId !== chainNumber(contract.chain)) {
      throw unread(contract, `The provider is of another chain, eip155:${chainId}.`);
    }
    return await question();
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw unread(contract, "The chain gave no answer.", cause);
  }
}

/** What a view answers; undefined where the contract lacks it. A chain that cannot be asked is another matter. */
export async function callView(
  provider: Provider,
  to: Address,
  data: string,
  block: number | "latest",
): Promise<string | undefined> {
  try {
    const answer = await provider.call({ to, data, blockTag: block });
    return answer.length < WORD ? undefined : answer.slice(0, WORD);
  } catch (error) {
    if (isError(error, "CALL_EXCEPTION")) return undefined;
    throw error;
  }
}

/** A `0x` and the 64 digits of one word. */
const WORD = 66;

/** An error that names what was asked. */
export function unread(
  { chain, address }: ChainContract,
  why: string,
  cause?: unknown,
): IssuerFactUnreadError {
  return new IssuerFactUnreadError(why, {
    details: [`Contract: ${address} on ${chain}`],
    ...(cause === undefined ? {} : { cause }),
  });
}
