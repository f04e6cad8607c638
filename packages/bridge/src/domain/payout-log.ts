import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { LogPosition } from "./position.ts";

interface Logged {
  /** The market, rail or split that said it. */
  source: Address;
  at: LogPosition;
}

/** Kinds of goods, by their number on the wire. */
export const GOODS = ["erc721", "erc1155", "voucher"] as const;

/** A market sold tokens. */
export interface SoldLog extends Logged {
  type: "sold";
  orderHash: Bytes32;
  /** What the payment was for: the rail's logs carry it too. */
  purpose: Bytes32;
  seller: Address;
  buyer: Address;
  recipient: Address;
  goods: (typeof GOODS)[number];
  collection: Address;
  tokenId: bigint;
  count: bigint;
  rail: Address;
  currency: Address;
  paid: bigint;
  royaltyReceiver: Address;
  royalty: bigint;
  intermediary: Address;
  sponsor: Bytes32;
  fee: bigint;
  payee: Address;
}

/** The price of tokens was given back. */
export interface RefundedLog extends Logged {
  type: "refunded";
  orderHash: Bytes32;
  purpose: Bytes32;
  buyer: Address;
  payer: Address;
  count: bigint;
  paid: bigint;
}

/** A rail carried a payment out. */
export interface PaymentLog extends Logged {
  type: "payment";
  purpose: Bytes32;
  payer: Address;
  caller: Address;
  currency: Address;
  amount: bigint;
  isRefund: boolean;
}

/** A rail paid or credited one payee. */
export interface ShareLog extends Logged {
  type: "share";
  purpose: Bytes32;
  payee: Address;
  currency: Address;
  amount: bigint;
  isCredited: boolean;
}

/** A payee took what was credited, from a rail or a split. */
export interface ClaimLog extends Logged {
  type: "claim";
  payee: Address;
  to: Address;
  currency: Address;
  amount: bigint;
}

/** A split could not pay a payee. */
export interface CreditLog extends Logged {
  type: "credit";
  payee: Address;
  currency: Address;
  amount: bigint;
}

/** A split divided what had come to it. */
export interface DivisionLog extends Logged {
  type: "division";
  currency: Address;
  amount: bigint;
}

/** Money left a split. Currency zero is the chain's coin. */
export interface OutflowLog extends Logged {
  type: "outflow";
  to: Address;
  currency: Address;
  amount: bigint;
}

/** What markets, rails and splits say, decoded. */
export type PayoutLog =
  | SoldLog
  | RefundedLog
  | PaymentLog
  | ShareLog
  | ClaimLog
  | CreditLog
  | DivisionLog
  | OutflowLog;

/** What is read on a chain, and from whom. */
export interface PayoutSources {
  markets: readonly Address[];
  rails: readonly Address[];
  splits: readonly Address[];
  /** Tokens whose transfers out of splits count. */
  currencies: readonly Address[];
}
