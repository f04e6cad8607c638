import { emit, type Here, incoming } from "../here.ts";
import type { CarryingMessage } from "../message/message.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { drop } from "../state/journal.ts";
import type { ParkedMessage } from "../state/lane.ts";
import { type Address, type Hash, ZERO_ADDRESS } from "../words.ts";
import { carryOut, giveOut } from "./carry-out.ts";
import { mustRun } from "./deliver.ts";
import { end, giveBack, isLate, refundAccountOf } from "./ending.ts";

/** Anyone tries a parked message again. It is carried out or, when it is late, returned; or it stays parked. */
export function retry(here: Here, id: Hash): void {
  const parked = parkedAt(here, id);
  finish(here, parked, parked.message, () => {
    emit(here, { name: "MessageRetried", id });
    carryOut(here, parked.origin, parked.message);
  });
}

export interface Redirect {
  readonly id: Hash;
  readonly recipient: Address;
  /** Who calls; or, with a signature, anyone. */
  readonly by: Address;
  readonly signed?: { readonly expiry: number; readonly signature: Signature };
}

/** The text that whoever is entitled signs. */
export const redirectText = (
  { id: chain, gateway }: Pick<Chain, "id" | "gateway">,
  id: Hash,
  recipient: Address,
  expiry: number,
): string => gatewayText(chain, gateway, "Redirect", [id, recipient, expiry]);

/** Whoever would receive a parked message here has it carried out to another account, once and now. */
export function redirect(here: Here, { id, recipient, by, signed }: Redirect): void {
  const parked = parkedAt(here, id);
  const { origin, message } = parked;
  const entitled = receiverOf(here, parked);
  const checks = here.env.rules.checksEntitlement;
  ensure(entitled !== undefined || !checks, "NotEntitled", "nobody is");
  if (by !== entitled && checks) {
    ensure(here.now <= (signed?.expiry ?? 0), "Expired");
    const text = redirectText(here.chain, id, recipient, signed?.expiry ?? 0);
    const isSigned = signed?.signature.signed === text && signed.signature.signer === entitled;
    ensure(isSigned, "NotEntitled", by);
  }
  finish(here, parked, message, () => {
    emit(here, { name: "MessageRedirected", id, recipient });
    ensure(recipient !== ZERO_ADDRESS, "AccountZero");
    if (message.kind === "forward") {
      ensure(message.homeChain === here.chain.id, "MessageInvalid", "home is elsewhere");
      giveOut(here, origin, message, recipient);
    } else carryOut(here, origin, towards(here, message, recipient));
  });
}

function parkedAt(here: Here, id: Hash): ParkedMessage {
  const parked = here.chain.parked.get(id);
  if (parked === undefined) throw new Refusal("NotParked", id);
  mustRun(here, incoming(here, parked.origin));
  return parked;
}

/** The slot is cleared first; then the message returns if it is late, or else is carried out as asked. */
function finish(
  here: Here,
  { id, origin }: ParkedMessage,
  message: CarryingMessage,
  carry: () => void,
): void {
  if (here.env.rules.clearsParked) drop(here.journal, here.chain.parked, id);
  if (isLate(here, origin, message)) {
    giveBack(here, origin, id, message);
    return;
  }
  carry();
  end(here, id, "delivered");
}

/**
 * Who would have a parked message's assets here. Nobody receives what only passes through, but for what can neither go on
 * nor back: a Return for a chain since closed, and a Forward from one after its deadline.
 */
function receiverOf(here: Here, { origin, message }: ParkedMessage): Address | undefined {
  const { chain, now } = here;
  if (message.kind === "transfer") return message.recipient;
  if (message.kind === "return") {
    const { refundChain, refundAccount } = message;
    const stranded = chain.outgoing.get(refundChain)?.closed === true;
    return refundChain === chain.id || stranded ? refundAccount : undefined;
  }
  const late = now > message.deadline && here.env.rules.releasesStranded;
  return late && incoming(here, origin).closed ? refundAccountOf(message) : undefined;
}

function towards({ chain }: Here, message: CarryingMessage, account: Address): CarryingMessage {
  return message.kind === "return"
    ? { ...message, refundAccount: account, refundChain: chain.id }
    : { ...message, recipient: account };
}
