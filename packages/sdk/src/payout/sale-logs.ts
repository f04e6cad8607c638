import type { Log, LogDescription, TransactionReceipt } from "ethers";
import { address, type Bytes32, bytes32, type Hex, isSameAddress } from "../primitives/index.ts";
import { MarketRefusedError } from "./errors.ts";
import { MARKET, type MarketLocation } from "./market-reader.ts";
import type { Sale, SharePayment } from "./sale.ts";

/** The topics of a share that landed: paid or credited. */
export const SHARE_TOPICS: string[] = /* @__PURE__ */ (() =>
  ["SharePaid", "ShareCredited"].flatMap((name) => MARKET.getEvent(name)?.topicHash ?? []))();

/** The shares of a listing that logs tell of, in order. */
export function sharePayments(
  market: Pick<MarketLocation, "address">,
  id: Bytes32,
  logs: readonly Log[],
): SharePayment[] {
  return marketEvents(market, logs)
    .filter(({ log, event }) => SHARE_TOPICS.includes(event.topic) && log.topics[1] === id)
    .map(({ log, event }) => ({
      listingId: id,
      payee: address(event.args.payee),
      currency: address(event.args.currency),
      amount: event.args.amount,
      outcome: event.name === "SharePaid" ? "paid" : "credited",
      transaction: log.transactionHash as Hex,
      block: log.blockNumber,
    }));
}

/** The sale that a transaction made. */
export function saleOf(market: Pick<MarketLocation, "address">, receipt: TransactionReceipt): Sale {
  const sold = marketEvents(market, receipt.logs).find(({ event }) => event.name === "Sold")?.event;
  if (sold === undefined) {
    throw new MarketRefusedError(undefined, "The transaction succeeded without a sale.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${market.address} the market?`],
    });
  }
  const id = bytes32(sold.args.listingId);
  return {
    listingId: id,
    buyer: address(sold.args.buyer),
    recipient: address(sold.args.recipient),
    currency: address(sold.args.currency),
    price: sold.args.price,
    transaction: receipt.hash as Hex,
    block: receipt.blockNumber,
    payments: sharePayments(market, id, receipt.logs),
  };
}

/** What the market itself logged; other contracts may log what looks the same. */
export function marketEvents(
  market: Pick<MarketLocation, "address">,
  logs: readonly Log[],
): { log: Log; event: LogDescription }[] {
  return logs
    .filter((log) => isSameAddress(log.address, market.address))
    .flatMap((log) => {
      const event = MARKET.parseLog(log);
      return event === null ? [] : [{ log, event }];
    });
}
