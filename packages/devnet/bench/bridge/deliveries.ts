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
  gasUsed: string;
  logs: { topics: string[] }[];
}

/** Adds up every transaction of the relayers between two blocks, both included. */
export async function paymentsOf(
  { provider }: Pick<BenchChain, "provider">,
  relayers: readonly Address[],
  from: number,
  to: number,
): Promise<Payments> {
  const payments = { useful: { count: 0, gas: 0 }, wasted: { count: 0, gas: 0 } };
  for (let number = from; number <= to; number++) {
    const at = `0x${number.toString(16)}`;
    const block = await provider.send("eth_getBlockByNumber", [at, true]);
    const paid: { hash: string; from: string }[] = block.transactions;
    for (const { hash, from: payer } of paid) {
      if (!relayers.some((relayer) => isSameAddress(relayer, payer))) continue;
      const receipt: Receipt = await provider.send("eth_getTransactionReceipt", [hash]);
      const useful = receipt.logs.some(({ topics }) => topics[0] === DELIVERED);
      const sum = payments[useful ? "useful" : "wasted"];
      sum.count += 1;
      sum.gas += Number(receipt.gasUsed);
    }
  }
  return payments;
}
