import { gatewayAbi } from "@ryugu/contracts";
import { type Address, isSameAddress } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { BenchChain } from "./stage.ts";

const gateway = new Interface(gatewayAbi);
const DELIVERED = gateway.getEvent("MessagesDelivered")?.topicHash;

/** What relayers paid for on a chain. */
export interface Payments {
  /** Transactions that delivered something, and their gas. */
  useful: { count: number; gas: number };
  /** Transactions that delivered nothing: reverted, too late, or empty to free a nonce. */
  wasted: { count: number; gas: number };
}

interface Receipt {
  from: string;
  gasUsed: string;
  status: string;
  logs: { topics: string[] }[];
}

/** Adds up every transaction of the relayers between two blocks, both included. */
export async function paymentsOf(
  { provider }: BenchChain,
  relayers: readonly Address[],
  from: number,
  to: number,
): Promise<Payments> {
  const payments = { useful: { count: 0, gas: 0 }, wasted: { count: 0, gas: 0 } };
  for (let block = from; block <= to; block++) {
    const receipts: Receipt[] = await provider.send("eth_getBlockReceipts", [
      `0x${block.toString(16)}`,
    ]);
    for (const receipt of receipts) {
      if (!relayers.some((relayer) => isSameAddress(relayer, receipt.from))) continue;
      const useful = receipt.logs.some(({ topics }) => topics[0] === DELIVERED);
      const sum = payments[useful ? "useful" : "wasted"];
      sum.count += 1;
      sum.gas += Number(receipt.gasUsed);
    }
  }
  return payments;
}
