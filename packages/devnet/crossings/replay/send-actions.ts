import { type Action, intentText, type Model, type SendRequest } from "@ryugu/contracts/model";
import { decodeMessage } from "@ryugu/sdk/lane";
import type { Hex } from "@ryugu/sdk/primitives";
import type { Ask } from "../people/ask.ts";
import type { Book } from "../people/book.ts";
import type { Happening } from "./happening.ts";

/**
 * The send of a transaction that did nothing else: what a person had asked the SDK for, found by the reference that the
 * message carries. Nothing else of the message is looked at, so that the model sends what was meant and not what was sent.
 */
export function sendAction(book: Book, model: Model, { chain, events }: Happening): Action {
  const sent = events.findLast(({ event }) => event.name === "MessageSent")?.event;
  const message = decodeMessage(sent?.args.message as Hex);
  const reference =
    message.kind === "transfer" || message.kind === "forward" ? message.reference : "0x";
  const ask = book.asks.get(reference);
  if (ask === undefined) throw new RangeError(`Nobody asked for ${reference} on ${chain.id}.`);
  const request = requestOf(ask);
  const on = chain.id;
  if (ask.intent === undefined) return { on, type: "send", requests: [request], paid: 0n };
  const intent = { ...request, ...ask.intent };
  const here = model.zone.chains.get(on);
  if (here === undefined) throw new RangeError(`The model has no chain ${on}.`);
  const signature = { signer: ask.person.address, signed: intentText(here, intent) };
  return { on, type: "send-by-signature", intent, signature, paid: 0n };
}

const requestOf = (ask: Ask): SendRequest => ({
  sender: ask.person.address,
  destination: ask.destination.id,
  collection: { homeChain: ask.collection.home.id, homeToken: ask.collection.token },
  assets: ask.assets,
  recipient: ask.recipient,
  refundAccount: ask.refundAccount ?? ask.person.address,
  deadline: ask.deadline ?? 0,
  reference: ask.reference,
});
