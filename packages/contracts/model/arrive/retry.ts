import { emit, type Here, incoming } from "../here.ts";
import type { CarryingMessage } from "../message/message.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure, Refusal } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { drop } from "../state/journal.ts";
import type { ParkedMessage } from "../state/lane.ts";
import { type Address, type Hash, ZERO_ADDRESS } from "../words.ts";
import { carryOut } from "./carry-out.ts";
import { mustRun } from "./deliver.ts";
import { end, giveBack, isLate } from "./ending.ts";

/** Anyone tries a parked message again. It is carried out or, when it is late, returned; or it stays parked. */
export function retry(here: Here, id: Hash): void {
  const parked = parkedAt(here, id);
  if (finish(here, parked, parked.message)) emit(here, { name: "MessageRetried", id });
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
  ensure(recipient !== ZERO_ADDRESS, "AccountZero");
  const entitled = receiverOf(here, parked.message);
  let asks = by;
  if (signed !== undefined) {
    ensure(here.now <= signed.expiry, "Expired");
    const text = redirectText(here.chain, id, recipient, signed.expiry);
    ensure(signed.signature.signed === text, "SignatureInvalid");
    asks = signed.signature.signer;
  }
  ensure(asks === entitled || !here.env.rules.checksEntitlement, "NotEntitled", asks);
  const delivered = finish(here, parked, towards(parked.message, recipient));
  if (delivered) emit(here, { name: "MessageRedirected", id, recipient });
}

function parkedAt(here: Here, id: Hash): ParkedMessage {
  const parked = here.chain.parked.get(id);
  if (parked === undefined) throw new Refusal("NotParked", id);
  mustRun(here, incoming(here, parked.origin));
  return parked;
}

/** The slot is cleared first. Whether the message was carried out rather than returned. */
function finish(here: Here, { id, origin, message }: ParkedMessage, as: CarryingMessage): boolean {
  if (here.env.rules.clearsParked) drop(here.journal, here.chain.parked, id);
  if (isLate(here, origin, message)) {
    giveBack(here, origin, id, message);
    return false;
  }
  carryOut(here, origin, as);
  end(here, id, "delivered");
  return true;
}

/** Nobody receives here what only passes through. */
function receiverOf({ chain }: Here, message: CarryingMessage): Address | undefined {
  if (message.kind === "transfer") return message.recipient;
  const endsHere = message.kind === "return" && message.refundChain === chain.id;
  return endsHere ? message.refundAccount : undefined;
}

function towards(message: CarryingMessage, account: Address): CarryingMessage {
  return message.kind === "return"
    ? { ...message, refundAccount: account }
    : { ...message, recipient: account };
}
