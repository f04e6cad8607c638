import {
  erc20RailAbi,
  marketAbi,
  royaltyRouterAbi,
  splitAbi,
  splitFactoryAbi,
} from "@ryugu/contracts";
import { address, bytes32, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { Interface, type LogDescription, type Result } from "ethers";
import { GOODS, type PayoutLog } from "../domain/payout-log.ts";
import type { LogPosition } from "../domain/position.ts";
import type { RpcLog } from "./rpc-shapes.ts";

/** What says a log: each is read by its own contract's events. */
export type PayoutSource = "market" | "rail" | "split" | "currency";

const INTERFACES = {
  market: new Interface(marketAbi),
  rail: new Interface(erc20RailAbi),
  split: new Interface(splitAbi),
  currency: new Interface([
    "event Transfer(address indexed from, address indexed to, uint256 amount)",
  ]),
} as const satisfies Record<PayoutSource, Interface>;
const factory = new Interface(splitFactoryAbi);
const router = new Interface(royaltyRouterAbi);

const FOLLOWED = {
  market: ["Sold", "Refunded"],
  rail: ["PaymentMade", "SharePaid", "ShareCredited", "CreditClaimed"],
  split: ["Distributed", "Paid", "Credited", "CreditClaimed", "SharesChanged"],
  currency: ["Transfer"],
} as const satisfies Record<PayoutSource, readonly string[]>;

/** The topics by which a source's logs are asked for. */
export const topicsOf = (source: PayoutSource): string[] =>
  FOLLOWED[source].map((name) => INTERFACES[source].getEvent(name)?.topicHash ?? "");

/** The topic of a split that was made. */
export const SPLIT_CREATED = factory.getEvent("SplitCreated")?.topicHash ?? "";
/** The topic of a split's list that its owner changed. */
export const SHARES_CHANGED = INTERFACES.split.getEvent("SharesChanged")?.topicHash ?? "";
/** The topic of royalties that a router sent home; the message's id is the second one. */
export const ROYALTIES_FORWARDED = router.getEvent("RoyaltiesForwarded")?.topicHash ?? "";
/** The topic of a token's move. */
export const TRANSFER = INTERFACES.currency.getEvent("Transfer")?.topicHash ?? "";

/**
 * Decodes one log.
 *
 * @returns undefined where it is not what its topic says, or is not followed
 */
export function decodePayoutLog(
  from: PayoutSource,
  log: RpcLog,
  time: number,
): PayoutLog | undefined {
  const at: LogPosition = {
    block: log.blockNumber,
    blockHash: log.blockHash,
    time,
    transaction: log.transactionHash,
    logIndex: log.logIndex,
  };
  try {
    const event = INTERFACES[from].parseLog({ topics: [...log.topics], data: log.data });
    const source = address(log.address);
    return event === null ? undefined : toLog(from, event, { source, at });
  } catch {
    // A token that is no ERC-20 may index what it likes: what cannot be read moves no money here.
    return undefined;
  }
}

type Where = Pick<PayoutLog, "source" | "at">;

function toLog(from: PayoutSource, { name, args }: LogDescription, where: Where) {
  if (from === "market") return name === "Sold" ? sold(args, where) : refunded(name, args, where);
  if (from === "currency") {
    const { amount } = args;
    const currency = where.source;
    return {
      type: "outflow",
      to: address(args.to),
      currency,
      amount,
      ...where,
      source: address(args.from),
    } as const;
  }
  if (name === "CreditClaimed") {
    const money = { currency: address(args.currency), amount: args.amount as bigint };
    return {
      type: "claim",
      payee: address(args.payee),
      to: address(args.to),
      ...money,
      ...where,
    } as const;
  }
  return from === "rail" ? ofRail(name, args, where) : ofSplit(name, args, where);
}

function sold(args: Result, where: Where): PayoutLog | undefined {
  const { money } = args;
  const goods = GOODS[Number(args.kind)];
  if (goods === undefined) return undefined;
  return {
    type: "sold",
    orderHash: bytes32(args.orderHash),
    purpose: bytes32(args.purpose),
    seller: address(args.seller),
    buyer: address(args.buyer),
    recipient: address(args.recipient),
    goods,
    collection: address(args.collection),
    tokenId: args.tokenId,
    count: args.count,
    rail: address(money.rail),
    currency: address(money.currency),
    paid: money.paid,
    royaltyReceiver: address(money.royaltyReceiver),
    royalty: money.royalty,
    intermediary: address(money.intermediary),
    sponsor: bytes32(money.sponsor),
    fee: money.fee,
    payee: address(money.payee),
    ...where,
  };
}

function refunded(name: string, args: Result, where: Where): PayoutLog | undefined {
  if (name !== "Refunded") return undefined;
  return {
    type: "refunded",
    orderHash: bytes32(args.orderHash),
    purpose: bytes32(args.purpose),
    buyer: address(args.buyer),
    payer: address(args.payer),
    count: args[4],
    paid: args.paid,
    ...where,
  };
}

function ofRail(name: string, args: Result, where: Where): PayoutLog | undefined {
  const { amount } = args;
  const money = { purpose: bytes32(args.purpose), currency: address(args.currency), amount };
  if (name === "PaymentMade") {
    const who = { payer: address(args.payer), caller: address(args.caller) };
    return { type: "payment", ...who, isRefund: args.isRefund, ...money, ...where };
  }
  const isCredited = name === "ShareCredited";
  if (!isCredited && name !== "SharePaid") return undefined;
  return { type: "share", payee: address(args.payee), isCredited, ...money, ...where };
}

function ofSplit(name: string, args: Result, where: Where): PayoutLog | undefined {
  const { amount } = args;
  switch (name) {
    case "Distributed":
      return { type: "division", currency: address(args.currency), amount, ...where };
    case "Credited": {
      const currency = address(args.currency);
      return { type: "credit", payee: address(args.payee), currency, amount, ...where };
    }
    case "Paid":
      return { type: "outflow", to: address(args.payee), currency: ZERO_ADDRESS, amount, ...where };
    default:
      return undefined;
  }
}
