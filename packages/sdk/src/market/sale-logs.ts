import { erc20RailAbi } from "@ryugu/contracts";
import { Interface, type Log } from "ethers";
import type { ContractLocation } from "../payout/index.ts";
import {
  address,
  type Bytes32,
  bytes32,
  type Hex,
  isSameAddress,
  ZERO_ADDRESS,
} from "../primitives/index.ts";
import { MARKET } from "./market-contract.ts";
import { KINDS, sponsorOf } from "./order-struct.ts";
import type { Refund, Sale, SharePayment } from "./sale.ts";

/** What every rail logs of a payment. */
const RAIL = /* @__PURE__ */ (() =>
  new Interface(erc20RailAbi.filter(({ type }) => type === "event")))();

/** The topic of a sale in the market's logs. */
export const SOLD_TOPIC: string = /* @__PURE__ */ (() =>
  MARKET.getEvent("Sold")?.topicHash ?? "")();

/**
 * The sales of one transaction, in order, each with its payments: what the rail that a sale names logged for its
 * purpose after it, up to the end of the payment. Logs of anybody else count for nothing.
 *
 * @param logs - all of the transaction's
 */
export function salesIn(market: Pick<ContractLocation, "address">, logs: readonly Log[]): Sale[] {
  return logs.flatMap((log, at) => {
    if (!isSameAddress(log.address, market.address)) return [];
    const event = MARKET.parseLog(log);
    if (event?.name !== "Sold") return [];
    const { args } = event;
    const { money } = args;
    const sale = {
      orderHash: bytes32(args.orderHash),
      purpose: bytes32(args.purpose),
      seller: address(args.seller),
      buyer: address(args.buyer),
      recipient: address(args.recipient),
      kind: KINDS[Number(args.kind)] ?? "erc721",
      collection: address(args.collection),
      tokenId: args.tokenId as bigint,
      count: Number(args.count),
      rail: address(money.rail),
      currency: address(money.currency),
      paid: money.paid as bigint,
      royalty: royaltyIn(money),
      fee: feeIn(money),
      payee: address(money.payee),
      transaction: log.transactionHash as Hex,
      block: log.blockNumber,
      logIndex: log.index,
    };
    return [{ ...sale, payments: paymentsAfter(logs.slice(at + 1), sale) }];
  });
}

/** A refund in a transaction's logs; undefined where there is none. */
export function refundIn(
  market: Pick<ContractLocation, "address">,
  logs: readonly Log[],
): Refund | undefined {
  for (const log of logs) {
    if (!isSameAddress(log.address, market.address)) continue;
    const event = MARKET.parseLog(log);
    if (event?.name !== "Refunded") continue;
    return {
      orderHash: bytes32(event.args.orderHash),
      buyer: address(event.args.buyer),
      payer: address(event.args.payer),
      count: Number(event.args.count),
      paid: event.args.paid,
      transaction: log.transactionHash as Hex,
      block: log.blockNumber,
    };
  }
  return undefined;
}

function paymentsAfter(
  logs: readonly Log[],
  { rail, purpose }: { rail: string; purpose: Bytes32 },
): SharePayment[] {
  const payments: SharePayment[] = [];
  for (const log of logs) {
    if (!isSameAddress(log.address, rail) || log.topics[1] !== purpose) continue;
    const event = RAIL.parseLog(log);
    if (event?.name === "PaymentMade") break;
    if (event?.name !== "SharePaid" && event?.name !== "ShareCredited") continue;
    payments.push({
      payee: address(event.args.payee),
      currency: address(event.args.currency),
      amount: event.args.amount,
      outcome: event.name === "SharePaid" ? "paid" : "credited",
    });
  }
  return payments;
}

function royaltyIn(money: { royalty: bigint; royaltyReceiver: string }): Sale["royalty"] {
  if (money.royalty === 0n) return undefined;
  return { receiver: address(money.royaltyReceiver), amount: money.royalty };
}

function feeIn(money: { fee: bigint; intermediary: string; sponsor: string }): Sale["fee"] {
  if (money.intermediary === ZERO_ADDRESS) return undefined;
  return {
    intermediary: address(money.intermediary),
    sponsor: sponsorOf(money.sponsor) ?? "",
    amount: money.fee,
  };
}
