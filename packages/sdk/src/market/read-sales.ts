import { askProvider } from "../payout/chain-call.ts";
import type { ContractLocation } from "../payout/index.ts";
import { type RawLog, readLogs } from "../primitives/index.ts";
import type { SaleQuery } from "./market.ts";
import type { Sale } from "./sale.ts";
import { SOLD_TOPIC, salesIn } from "./sale-logs.ts";

/**
 * Sales in a range of blocks, oldest first, also where an endpoint looks through few blocks at once. Each sale's transaction is
 * asked for who was paid.
 */
export async function readSales(
  market: ContractLocation,
  { seller, orderHash, fromBlock, toBlock }: SaleQuery,
): Promise<readonly Sale[]> {
  const topics = [SOLD_TOPIC, orderHash ?? null, null, seller ? asTopic(seller) : null];
  const { address, provider } = market;
  const filter = { address, topics, fromBlock, ...(toBlock !== undefined && { toBlock }) };
  const sold = await askProvider(readLogs(provider, filter));
  const transactions = [...new Set(sold.map((log) => log.transactionHash))];
  const wanted = new Set(sold.map(placeOf));
  const sales: Sale[] = [];
  for (const transaction of transactions) {
    const receipt = await askProvider(provider.getTransactionReceipt(transaction));
    // A reorganisation between two questions: the sale is not there any more.
    if (receipt === null) continue;
    sales.push(
      ...salesIn(market, receipt.logs).filter(({ transaction: hash, logIndex }) =>
        wanted.has(`${hash}/${logIndex}`),
      ),
    );
  }
  return sales;
}

const placeOf = (log: RawLog) => `${log.transactionHash}/${Number(log.logIndex)}`;
const asTopic = (account: string) => `0x${account.slice(2).toLowerCase().padStart(64, "0")}`;
