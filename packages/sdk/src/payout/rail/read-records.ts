import { zeroPadValue } from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  bytes32,
  type LogFilter,
  logPages,
} from "../../primitives/index.ts";
import { type ContractEvent, eventsOf, foundLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import { asPayoutError } from "../payout-revert.ts";
import { RAIL } from "./rail-abi.ts";
import type { RailRecord } from "./records.ts";

/**
 * Which records are wanted: of one purpose, all; of one payee, the shares and claims; of one payer, the payments.
 */
export type RecordQuery = (
  | { readonly purpose: Bytes32 }
  | { readonly payee: Address }
  | { readonly payer: Address }
) & {
  /** The first block that is searched; the rail's first is enough. */
  readonly fromBlock: number;
  /** The newest block where left out. */
  readonly toBlock?: number;
  readonly signal?: AbortSignal;
};

/**
 * What a rail told of the money that went through it, in its order: from the chain's logs, also where an endpoint gives few at once.
 *
 * @throws PayoutUnavailableError, LogsRefusedError
 */
export async function* readRecords(
  rail: ContractLocation,
  query: RecordQuery,
): AsyncGenerator<RailRecord, void, void> {
  const { fromBlock, toBlock, signal } = query;
  const filter: LogFilter = {
    address: rail.address,
    topics: topicsOf(query),
    fromBlock,
    ...(toBlock !== undefined && { toBlock }),
  };
  const pages = logPages(rail.provider, filter, signal && { signal });
  try {
    for await (const page of pages) yield* toRecords(eventsOf(rail.address, RAIL, foundLogs(page)));
  } catch (error) {
    throw asPayoutError(error, "The search");
  }
}

/** Events that are records, in their order. */
export function toRecords(events: readonly ContractEvent[]): RailRecord[] {
  return events.flatMap(({ event: { name, args }, place }): RailRecord[] => {
    switch (name) {
      case "SharePaid":
      case "ShareCredited":
        return [
          {
            kind: "share",
            purpose: bytes32(args.purpose),
            payee: address(args.payee),
            currency: address(args.currency),
            amount: args.amount,
            outcome: name === "SharePaid" ? "paid" : "credited",
            ...place,
          },
        ];
      case "PaymentMade":
        return [
          {
            kind: "payment",
            purpose: bytes32(args.purpose),
            payer: address(args.payer),
            caller: address(args.caller),
            currency: address(args.currency),
            amount: args.amount,
            isRefund: args.isRefund,
            ...place,
          },
        ];
      case "CreditClaimed":
        return [
          {
            kind: "claim",
            payee: address(args.payee),
            currency: address(args.currency),
            to: address(args.to),
            amount: args.amount,
            ...place,
          },
        ];
      default:
        return [];
    }
  });
}

function topicsOf(query: RecordQuery): LogFilter["topics"] {
  const topic = (...names: string[]) =>
    names.flatMap((name) => RAIL.getEvent(name)?.topicHash ?? []);
  if ("purpose" in query) {
    return [topic("SharePaid", "ShareCredited", "PaymentMade"), query.purpose];
  }
  if ("payee" in query) {
    // All three have the payee as their second topic.
    const names = topic("SharePaid", "ShareCredited", "CreditClaimed");
    return [names, null, zeroPadValue(query.payee, 32)];
  }
  return [topic("PaymentMade"), null, zeroPadValue(query.payer, 32)];
}
