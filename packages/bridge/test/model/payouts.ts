import { type Address, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { PayoutEntry } from "../../src/domain/payout-facts.ts";
import type { RefundedLog, ShareLog, SoldLog } from "../../src/domain/payout-log.ts";
import { accountOf, at, word } from "./messages.ts";

export const MARKET = accountOf("market");
export const RAIL = accountOf("rail");
export const SELLER = accountOf("seller");
export const BUYER = accountOf("buyer");
export const YEN = accountOf("yen");
export const COLLECTION = accountOf("collection");

/** A sale in a block, of which whoever is named gets 5 percent. */
export function soldLog(block: number, change: Partial<SoldLog> = {}): SoldLog {
  return {
    type: "sold",
    source: MARKET,
    orderHash: word(`order ${block}`),
    purpose: word(`purpose ${block}`),
    seller: SELLER,
    buyer: BUYER,
    recipient: BUYER,
    goods: "erc721",
    collection: COLLECTION,
    tokenId: 2n ** 200n,
    count: 1n,
    rail: RAIL,
    currency: YEN,
    paid: 1_000n,
    royaltyReceiver: accountOf("artist"),
    royalty: 50n,
    intermediary: ZERO_ADDRESS,
    sponsor: word("nobody"),
    fee: 0n,
    payee: SELLER,
    at: at(block),
    ...change,
  };
}

/** That the price of a sale was given back, in another block. */
export function refundedLog(block: number, { orderHash }: SoldLog): RefundedLog {
  return {
    type: "refunded",
    source: MARKET,
    orderHash,
    purpose: word(`refund ${block}`),
    buyer: BUYER,
    payer: SELLER,
    count: 1n,
    paid: 1_000n,
    at: at(block),
  };
}

/** A rail's word on one payee. */
export function shareLog(
  block: number,
  logIndex: number,
  payee: Address,
  amount: bigint,
  isCredited = false,
): ShareLog {
  return {
    type: "share",
    source: RAIL,
    purpose: word(`purpose ${block}`),
    payee,
    currency: YEN,
    amount,
    isCredited,
    at: at(block, logIndex),
  };
}

/** What happened to an account's money. */
export function entry(
  kind: PayoutEntry["kind"],
  account: Address,
  amount: bigint,
  block: number,
  change: Partial<PayoutEntry> = {},
): PayoutEntry {
  return { kind, source: RAIL, account, currency: YEN, amount, at: at(block, 1), ...change };
}
