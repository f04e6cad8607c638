import type { Signer } from "ethers";
import { type ChainId, chainNumber } from "../primitives/index.ts";
import { WrongChainError } from "./errors.ts";

/** Asserts that a signer is connected to a chain. Throws WrongChainError, with the sentence that is given. */
export async function assertOnChain(
  signer: Signer,
  chain: ChainId,
  otherwise: string,
): Promise<void> {
  const network = await signer.provider?.getNetwork();
  if (network?.chainId === chainNumber(chain)) return;
  throw new WrongChainError(otherwise, {
    details: [`Wallet: ${network ? `eip155:${network.chainId}` : "no chain"}`, `Needed: ${chain}`],
  });
}
