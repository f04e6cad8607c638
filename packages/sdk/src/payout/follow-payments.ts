import type { Bytes32 } from "../primitives/index.ts";
import { MarketUnavailableError } from "./errors.ts";
import type { Listing } from "./listing.ts";
import { ask, type MarketLocation, readListing } from "./market-reader.ts";
import type { PaymentOptions } from "./marketplace.ts";
import type { SharePayment } from "./sale.ts";
import { SHARE_TOPICS, sharePayments } from "./sale-logs.ts";
import { sleep } from "./wait.ts";

/**
 * Waits for a listing's sale and yields its shares. The market tells the sale's block, so one block is read and no
 * history is searched. A chain that cannot be asked is asked again.
 */
export async function* followPayments(
  market: MarketLocation,
  id: Bytes32,
  options: PaymentOptions = {},
): AsyncGenerator<SharePayment, void, void> {
  const { signal, interval = 500, confirmations = 0, wait = sleep } = options;
  for (;;) {
    signal?.throwIfAborted();
    const payments = await look(market, id, confirmations).catch(asNothingYet);
    if (payments !== undefined) {
      yield* payments;
      return;
    }
    await wait(interval, signal);
  }
}

/** All shares of the sale; none where it was cancelled; undefined where there is nothing to tell yet. */
async function look(
  market: MarketLocation,
  id: Bytes32,
  confirmations: number,
): Promise<readonly SharePayment[] | undefined> {
  const listing = await readListing(market, id);
  if (listing.state === "open" || listing.state === "stale") return undefined;
  if (confirmations > 0) {
    const newest = await ask(market.provider.getBlockNumber());
    if (newest < listing.changedInBlock + confirmations) return undefined;
  }
  return listing.state === "cancelled" ? [] : await paymentsIn(market, listing);
}

/** A node that is behind, or a reorg between two questions, shows fewer logs: then it is asked again. */
async function paymentsIn(
  market: MarketLocation,
  { id, price, changedInBlock }: Listing,
): Promise<readonly SharePayment[] | undefined> {
  const logs = await ask(
    market.provider.getLogs({
      address: market.address,
      topics: [SHARE_TOPICS, id],
      fromBlock: changedInBlock,
      toBlock: changedInBlock,
    }),
  );
  const payments = sharePayments(market, id, logs);
  return payments.reduce((sum, { amount }) => sum + amount, 0n) === price ? payments : undefined;
}

function asNothingYet(error: unknown): undefined {
  if (!(error instanceof MarketUnavailableError)) throw error;
}
