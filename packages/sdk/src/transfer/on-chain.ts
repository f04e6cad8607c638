import type { ContractRunner } from "ethers";
import { type ChainId, chainNumber } from "../primitives/index.ts";
import { WrongChainError } from "./errors.ts";

/** Asserts that a signer or provider is connected to a chain. Throws WrongChainError, with the sentence that is given. */
export async function assertOnChain(
  runner: ContractRunner,
  chain: ChainId,
  otherwise: string,
): Promise<void> {
  const network = await runner.provider?.getNetwork();
  if (network?.chainId === chainNumber(chain)) return;
  throw new WrongChainError(otherwise, {
    details: [`Wallet: ${network ? `eip155:${network.chainId}` : "no chain"}`, `Needed: ${chain}`],
  });
}
