import { askProvider } from "../payout/chain-call.ts";
import { type ContractLocation, PayoutUnavailableError } from "../payout/index.ts";
import { sleep } from "../payout/wait.ts";
import type { FollowOptions } from "./market.ts";
import type { Order } from "./order.ts";
import { orderHash } from "./order-hash.ts";
import { readSales } from "./read-sales.ts";
import type { Sale, SharePayment } from "./sale.ts";

/** Waits for the next sale of an order and yields its payments. A chain that cannot be asked is asked again. */
export async function* followSale(
  market: ContractLocation,
  order: Order,
  options: FollowOptions = {},
): AsyncGenerator<SharePayment, void, void> {
  const { signal, interval = 500, confirmations = 0, wait = sleep } = options;
  const hash = orderHash(order);
  let { fromBlock } = options;
  for (;;) {
    signal?.throwIfAborted();
    fromBlock ??= await newest(market).catch(asNothingYet);
    const from = fromBlock;
    const sale =
      from === undefined
        ? undefined
        : await look(market, hash, from, confirmations).catch(asNothingYet);
    if (sale !== undefined) {
      yield* sale.payments;
      return;
    }
    await wait(interval, signal);
  }
}

/** A node that is behind, or a reorg between two questions, shows fewer logs: then it is asked again. */
async function look(
  market: ContractLocation,
  hash: Order["salt"],
  fromBlock: number,
  confirmations: number,
): Promise<Sale | undefined> {
  const [sale] = await readSales(market, { orderHash: hash, fromBlock });
  if (sale === undefined) return undefined;
  if (confirmations > 0 && (await newest(market)) < sale.block + confirmations) return undefined;
  const sum = sale.payments.reduce((total, { amount }) => total + amount, 0n);
  return sum === sale.paid ? sale : undefined;
}

const newest = ({ provider }: ContractLocation) => askProvider(provider.getBlockNumber());

function asNothingYet(error: unknown): undefined {
  if (!(error instanceof PayoutUnavailableError)) throw error;
}
