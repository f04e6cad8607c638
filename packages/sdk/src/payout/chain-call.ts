import {
  Contract,
  type ContractTransactionResponse,
  type Interface,
  type Signer,
  type TransactionReceipt,
} from "ethers";
import { chainNumber } from "../primitives/index.ts";
import { PayoutChainError, PayoutRefusedError } from "./errors.ts";
import type { ContractLocation } from "./location.ts";
import { asPayoutError } from "./payout-revert.ts";

/** One call of a contract, and what it is for a reader. */
export interface ContractCall {
  /** Begins a sentence: `"The claim"`. */
  readonly what: string;
  readonly name: string;
  readonly args: readonly unknown[];
  /** More than this is not paid; no limit where left out. */
  readonly mostGas?: bigint;
  /** The chain's coin that goes along, in wei; none where left out. */
  readonly value?: bigint;
}

/**
 * Calls a view.
 *
 * @throws PayoutUnavailableError, PayoutRefusedError
 */
export async function callView(
  { address, provider }: Pick<ContractLocation, "address" | "provider">,
  abi: Interface,
  name: string,
  ...args: unknown[]
  // biome-ignore lint/suspicious/noExplicitAny: ethers decodes to what the ABI says
): Promise<any> {
  try {
    return await new Contract(address, abi, provider).getFunction(name)(...args);
  } catch (error) {
    throw asPayoutError(error, `The question for \`${name}\``, address);
  }
}

/**
 * Asks a provider.
 *
 * @throws PayoutUnavailableError
 */
export async function askProvider<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    throw asPayoutError(error, "The question");
  }
}

/**
 * Estimates, adds a quarter (a payee may turn hostile in between, which costs more), sends, and waits until it is in a block.
 *
 * @throws PayoutChainError, PayoutRefusedError, PayoutUnavailableError, and what the signer throws
 */
export async function sendCall(
  location: ContractLocation,
  signer: Signer,
  abi: Interface,
  { what, name, args, mostGas, value = 0n }: ContractCall,
): Promise<TransactionReceipt> {
  try {
    await assertOnChain(location, signer);
    const method = new Contract(location.address, abi, signer).getFunction(name);
    const estimate = await method.estimateGas(...args, { value });
    if (mostGas !== undefined && estimate > mostGas) throw tooDear(what, estimate, mostGas);
    const sent: ContractTransactionResponse = await method.send(...args, {
      gasLimit: (estimate * 5n) / 4n,
      value,
    });
    const receipt = await sent.wait();
    if (receipt !== null) return receipt;
  } catch (error) {
    throw asPayoutError(error, what, location.address);
  }
  throw new PayoutRefusedError(undefined, `${what} was replaced by another transaction.`);
}

function tooDear(what: string, estimate: bigint, mostGas: bigint): PayoutRefusedError {
  return new PayoutRefusedError(undefined, `${what} would use more gas than it may.`, {
    details: [`Estimate: ${estimate}`, `Limit: ${mostGas}`],
  });
}

/**
 * Looks where a signer is before anything is signed.
 *
 * @throws PayoutChainError, PayoutUnavailableError
 */
export async function assertOnChain(
  { chain }: Pick<ContractLocation, "chain">,
  signer: Signer,
): Promise<void> {
  const network = signer.provider && (await askProvider(signer.provider.getNetwork()));
  if (network?.chainId === chainNumber(chain)) return;
  throw new PayoutChainError("The signer is not on the contract's chain.", {
    details: [`Signer: ${network ? `eip155:${network.chainId}` : "no chain"}`, `Needed: ${chain}`],
  });
}
