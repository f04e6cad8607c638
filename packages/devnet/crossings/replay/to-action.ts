import { type Action, claimOf, deliveryOf, type Model, sentTo } from "@ryugu/contracts/model";
import { zoneLanes } from "@ryugu/sdk/zone";
import type { LogDescription } from "ethers";
import type { Book } from "../people/book.ts";
import type { Stage } from "../stage/stage.ts";
import { councilActions } from "./council-actions.ts";
import type { Happening } from "./happening.ts";
import { sendAction } from "./send-actions.ts";

/** What of another chain must have happened before, for a delivery or a claim. */
export interface Need {
  origin: `eip155:${string}`;
  sequence: number;
}

/** Which messages a transaction needs to have been sent; undefined where it needs none. */
export function needOf(stage: Stage, { events }: Happening): Need | undefined {
  const met = eventOf(events, "MessagesDelivered") ?? eventOf(events, "MessageClaimed");
  if (met === undefined) return undefined;
  const sequence = Number(met.args.last ?? met.args.sequence);
  return { origin: originOf(stage, met), sequence };
}

/** Whether the model has sent what a need asks for. */
export const isMet = (model: Model, on: `eip155:${string}`, need: Need | undefined): boolean =>
  need === undefined || sentTo(model, need.origin, on).length >= need.sequence;

/**
 * What happened, as the model's actions. Of deliveries, claims and retries the chain says only that they were tried, and of
 * which messages: how these end is for the model to find out.
 */
export function actionsOf(stage: Stage, book: Book, model: Model, happening: Happening): Action[] {
  const { chain, time, events } = happening;
  const on = chain.id;
  const delivered = eventOf(events, "MessagesDelivered");
  if (delivered) {
    const { first, last } = delivered.args;
    const range = [Number(first), Number(last), Number(last)] as const;
    return [deliveryOf(model, [originOf(stage, delivered), on], range, time)];
  }
  const claimed = eventOf(events, "MessageClaimed");
  if (claimed) {
    const sequence = Number(claimed.args.sequence);
    return [claimOf(model, originOf(stage, claimed), on, sequence, time)];
  }
  const redirected = eventOf(events, "MessageRedirected");
  if (redirected) {
    const { messageId: id, recipient } = redirected.args;
    return [{ on, type: "redirect", id, recipient, by: entitledTo(model, on, id) }];
  }
  const retried = eventOf(events, "MessageRetried") ?? eventOf(events, "MessageReturned");
  if (retried) return [{ on, type: "retry", id: retried.args.messageId }];
  if (eventOf(events, "MessageSent")) return [sendAction(book, model, happening)];
  return councilActions(stage, model, happening);
}

const eventOf = (events: Happening["events"], name: string): LogDescription | undefined =>
  events.find(({ event }) => event.name === name)?.event;

function originOf({ zone }: Stage, { args }: LogDescription): `eip155:${string}` {
  const lane = zoneLanes(zone).find(({ id }) => id === args.laneId);
  if (lane === undefined) throw new RangeError(`The zone has no lane ${args.laneId}.`);
  return lane.origin.chain;
}

/** Only who is entitled to a parked message redirects it by call. */
function entitledTo(model: Model, on: `eip155:${string}`, id: string): `0x${string}` {
  const parked = model.zone.chains.get(on)?.parked.get(id)?.message;
  return (parked?.kind === "return" ? parked.refundAccount : parked?.recipient) ?? "0x";
}
