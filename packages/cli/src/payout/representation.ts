import { STANDARDS } from "@ryugu/sdk/lane";
import { address, chainNumber, isSameAddress, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { ZoneChain } from "@ryugu/sdk/zone";
import { GATEWAY_ABI } from "../chain/abi.ts";
import type { Chains } from "../chain/chains.ts";
import { readContract } from "../chain/read-contract.ts";
import type { ChainContract } from "./sources.ts";

/**
 * What stands for a currency on another chain of the zone, made or not: its gateway tells. Undefined where no gateway answers.
 *
 * @throws ChainUnavailableError
 */
export async function representationOn(
  other: ZoneChain,
  chains: Chains,
  { chain, address: token }: ChainContract,
): Promise<ChainContract | undefined> {
  if (isSameAddress(token, ZERO_ADDRESS)) return undefined;
  const read = readContract(other.gateway, GATEWAY_ABI, chains.provider(other));
  const there = await read("representationOf", chainNumber(chain), token, STANDARDS.erc20);
  if (typeof there !== "string" || isSameAddress(there, ZERO_ADDRESS)) return undefined;
  return { chain: other.id, address: address(there) };
}
