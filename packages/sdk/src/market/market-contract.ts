import { marketAbi } from "@ryugu/contracts";
import { Interface, type Signer, type TransactionReceipt } from "ethers";
import { callView, sendCall } from "../payout/chain-call.ts";
import type { ContractLocation } from "../payout/index.ts";
import type { Hex } from "../primitives/index.ts";
import type { Sent } from "./market.ts";

/** The market's contract, as ethers encodes and decodes it. */
export const MARKET = /* @__PURE__ */ (() => new Interface(marketAbi))();

/** Calls a view of the market. Throws as `callView`. */
export function askMarket(market: ContractLocation, name: string, ...args: unknown[]) {
  return callView(market, MARKET, name, ...args);
}

/** Calls the market. Throws as `sendCall`. */
export function callMarket(
  market: ContractLocation,
  signer: Signer,
  what: string,
  name: string,
  ...args: unknown[]
): Promise<TransactionReceipt> {
  return sendCall(market, signer, MARKET, { what, name, args });
}

/** What a receipt says of a transaction that did what it should. */
export const sentBy = (receipt: TransactionReceipt): Sent => ({
  transaction: receipt.hash as Hex,
  block: receipt.blockNumber,
  gasUsed: receipt.gasUsed,
});
