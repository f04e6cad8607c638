import type { Address, Bytes32, ChainId } from "@ryugu/sdk/primitives";
import type { ClaimLog, PayoutLog, RefundedLog, SoldLog } from "./payout-log.ts";
import type { BlockHeader, LogPosition } from "./position.ts";

/**
 * What happened to an account's money. `paid`: it got it. `credited`: it waits in `source` until it is `claimed`. `divided`: a split
 * (the account) divided what it had. `payment`: the account paid, `refund`: it gave back.
 */
export const ENTRY_KINDS = ["paid", "credited", "claimed", "divided", "payment", "refund"] as const;

/** One movement of money, as one log tells it. */
export interface PayoutEntry {
  kind: (typeof ENTRY_KINDS)[number];
  /** The rail or split that said it. */
  source: Address;
  account: Address;
  /** Zero for the chain's coin. */
  currency: Address;
  /** Units. */
  amount: bigint;
  /** What the payment was for; splits do not know. */
  purpose?: Bytes32;
  /** Where what was claimed went. */
  to?: Address;
  at: LogPosition;
}

/** What the logs of a range of blocks come to. */
export interface PayoutFacts {
  sales: SoldLog[];
  refunds: RefundedLog[];
  entries: PayoutEntry[];
}

/**
 * Puts logs in order and makes facts of them. A market trusts no rail, so that sales paid by a rail that is not known count for
 * nothing: nobody can make sales up by a rail of their own.
 */
export function factsOf(logs: readonly PayoutLog[], rails: readonly Address[]): PayoutFacts {
  const ordered = [...logs].sort(
    (a, b) => a.at.block - b.at.block || a.at.logIndex - b.at.logIndex,
  );
  const known = new Set(rails);
  return {
    sales: ordered.filter((log) => log.type === "sold").filter(({ rail }) => known.has(rail)),
    refunds: ordered.filter((log) => log.type === "refunded"),
    entries: withoutClaimed(ordered).flatMap(toEntry),
  };
}

/** A claim's money leaves a split by a transfer too: just before, it is told by the token. */
function withoutClaimed(logs: readonly PayoutLog[]): PayoutLog[] {
  const kept: PayoutLog[] = [];
  for (const log of logs) {
    if (log.type === "claim") {
      const paidOut = kept.findLastIndex((before) => isOf(before, log));
      if (paidOut >= 0) kept.splice(paidOut, 1);
    }
    kept.push(log);
  }
  return kept;
}

const isOf = (log: PayoutLog, claim: ClaimLog): boolean =>
  log.type === "outflow" &&
  log.at.transaction === claim.at.transaction &&
  log.source === claim.source &&
  log.currency === claim.currency &&
  log.to === claim.to &&
  log.amount === claim.amount;

function toEntry(log: PayoutLog): PayoutEntry[] {
  if (log.type === "sold" || log.type === "refunded") return [];
  const { source, currency, amount, at } = log;
  const money = { source, currency, amount, at };
  switch (log.type) {
    case "share": {
      const kind = log.isCredited ? "credited" : "paid";
      return [{ kind, account: log.payee, purpose: log.purpose, ...money }];
    }
    case "payment": {
      const kind = log.isRefund ? "refund" : "payment";
      return [{ kind, account: log.payer, purpose: log.purpose, ...money }];
    }
    case "claim":
      return [{ kind: "claimed", account: log.payee, to: log.to, ...money }];
    case "credit":
      return [{ kind: "credited", account: log.payee, ...money }];
    case "division":
      return [{ kind: "divided", account: source, ...money }];
    case "outflow":
      return [{ kind: "paid", account: log.to, ...money }];
  }
}

/** A currency as it stands on a chain, and where it was born. */
export interface IndexedCurrency {
  address: Address;
  homeChain: ChainId;
  homeToken: Address;
}

/** How far a chain's sales and payments are known. */
export interface IndexedRange {
  chain: ChainId;
  /** The first block that was read. */
  from: number;
  /** The last one, final; its time is 0 before any was read. */
  through: BlockHeader;
  /** The configured currencies as they stand on the chain. */
  currencies: readonly IndexedCurrency[];
}
