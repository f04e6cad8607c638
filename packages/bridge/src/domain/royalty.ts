import { decodeMessage } from "@ryugu/sdk/lane";
import { type Address, type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import type { ForwardVerdict } from "./forwarding.ts";
import type { ArrivalLog } from "./gateway-log.ts";
import type { LaneMessage } from "./lane-log.ts";

/** Whose royalties a router takes: those of one collection for one receiver at home. */
export interface RoyaltyRoute {
  /** Where the representations are, and the router. */
  chain: ChainId;
  homeChain: ChainId;
  homeToken: Address;
  receiver: Address;
}

/** A route with its router's address, made or not. */
export interface RoyaltyRouter extends RoyaltyRoute {
  router: Address;
}

/** A currency by its home. */
export interface HomeCurrency {
  chain: ChainId;
  token: Address;
}

/** What waits in a router, in one currency. */
export interface WaitingAmount {
  currency: HomeCurrency;
  /** Units. */
  amount: bigint;
  /** When this node first saw some of it, in Unix milliseconds. */
  since: number;
  /** The final block at which it was looked at. */
  block: number;
  verdict: ForwardVerdict;
}

/** The routes that a lane's messages tell of: each metadata record of a collection may name a receiver. */
export function routesOf(messages: readonly LaneMessage[], destination: ChainId): RoyaltyRoute[] {
  const routes = new Map<string, RoyaltyRoute>();
  for (const { body } of messages) {
    const message = decodeMessage(body);
    if (message.kind !== "collection" || message.royaltyReceiver === ZERO_ADDRESS) continue;
    const { homeChain, homeToken, royaltyReceiver: receiver } = message;
    // At home a collection names its receiver itself.
    if (homeChain === destination || message.royaltyBps === 0) continue;
    routes.set(`${homeChain}/${homeToken}/${receiver}`, {
      chain: destination,
      homeChain,
      homeToken,
      receiver,
    });
  }
  return [...routes.values()];
}

/** When what waits in a currency began to wait: the time it was seen first, again after it was sent or came anew. */
export function waitingSince(
  before: readonly WaitingAmount[],
  { chain, token }: HomeCurrency,
  amount: bigint,
  now: number,
): number {
  const known = before.find(({ currency }) => currency.chain === chain && currency.token === token);
  // Less than before: it was sent, and what is here now came since.
  return known === undefined || amount < known.amount ? now : known.since;
}

/** How a message's money can arrive. */
type MoneyArrival = Extract<ArrivalLog, { type: "delivered" | "claimed" | "retried" }>;

/** Where a message's money arrived, by what its destination says of it in order; undefined while it has not, and where it went back. */
export function arrivalOf(logs: readonly ArrivalLog[]): MoneyArrival | undefined {
  if (logs.some(({ type }) => type === "returned")) return undefined;
  const parked = logs.find(({ type }) => type === "parked");
  const isParked = (log: ArrivalLog) => log.at.transaction === parked?.at.transaction;
  return logs.find(
    (log): log is MoneyArrival =>
      log.type === "retried" ||
      ((log.type === "delivered" || log.type === "claimed") && !isParked(log)),
  );
}
