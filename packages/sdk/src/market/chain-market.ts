import { marketAbi } from "@ryugu/contracts";
import { Contract, Interface, type JsonRpcApiProvider, type Signer } from "ethers";
import { RyuguError } from "../errors/index.ts";
import { type Address, type ChainId, chainNumber, type Hex } from "../primitives/index.ts";
import { MarketChainError, MarketRefusedError, MarketUnavailableError } from "./errors.ts";
import type { Sent } from "./market.ts";
import { asMarketError } from "./revert.ts";

/** Where a market's contract is, and how its chain is asked. */
export interface MarketLocation {
  readonly chain: ChainId;
  readonly address: Address;
  readonly provider: JsonRpcApiProvider;
}

/** The market's contract, as ethers encodes and decodes it. */
export const MARKET = /* @__PURE__ */ (() => new Interface(marketAbi))();

/** Asks the chain, and says so where it cannot be asked. */
export async function ask<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    throw new MarketUnavailableError("The market's chain gave no answer.", { cause });
  }
}

/** Calls a view of the market. */
// biome-ignore lint/suspicious/noExplicitAny: ethers decodes to what the ABI says
export function view(market: MarketLocation, name: string, ...args: unknown[]): Promise<any> {
  return ask(new Contract(market.address, MARKET, market.provider).getFunction(name)(...args));
}

/** The market as a signer calls it. Throws MarketChainError where the signer is elsewhere. */
export async function contractFor(
  { chain, address }: Pick<MarketLocation, "chain" | "address">,
  signer: Signer,
): Promise<Contract> {
  const network = await signer.provider?.getNetwork();
  if (network?.chainId === chainNumber(chain)) return new Contract(address, MARKET, signer);
  throw new MarketChainError("The signer is not on the market's chain.", {
    details: [`Signer: ${network ? `eip155:${network.chainId}` : "no chain"}`, `Needed: ${chain}`],
  });
}

/** Estimates, adds a quarter (a payee may turn hostile in between, which costs more), sends and waits. */
export async function transact(contract: Contract, what: string, name: string, ...args: unknown[]) {
  try {
    const method = contract.getFunction(name);
    const estimate = await method.estimateGas(...args);
    const sent = await method.send(...args, { gasLimit: (estimate * 5n) / 4n });
    const receipt = await sent.wait();
    if (receipt !== null) return receipt;
  } catch (error) {
    throw asMarketError(error, what);
  }
  throw new MarketRefusedError(undefined, `${what} was replaced by another transaction.`);
}

/** What a receipt says of a transaction that did what it should. */
export const sentBy = (receipt: { hash: string; blockNumber: number; gasUsed: bigint }): Sent => ({
  transaction: receipt.hash as Hex,
  block: receipt.blockNumber,
  gasUsed: receipt.gasUsed,
});
