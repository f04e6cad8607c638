import {
  loadOf,
  mintRepresentations,
  moveBetweenVaults,
  quarantineParks,
  release,
} from "../asset/cross.ts";
import { mayEnter } from "../asset/entry.ts";
import { countLimit } from "../asset/limits.ts";
import { type Here, outgoing, representation } from "../here.ts";
import type { CarryingMessage, ReturnMessage, TransferMessage } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { append } from "../send/append.ts";
import { mustBeOpen, withMetadata } from "../send/send.ts";
import type { ChainId } from "../words.ts";
import { keepMetadata } from "./representation.ts";

/** Does what a message asks for, or refuses with the reason why it cannot be done now. */
export function carryOut(here: Here, origin: ChainId, message: CarryingMessage): void {
  if (message.kind === "forward") passOn(here, origin, message);
  else if (message.kind === "return") carryBack(here, origin, message);
  else arrive(here, origin, message);
}

function arrive(here: Here, origin: ChainId, message: TransferMessage): void {
  const load = loadOf(message);
  quarantineParks(here, load.collection);
  if (message.homeChain === here.chain.id) {
    if (!here.env.rules.exitsFreely) mayEnter(here, message);
    countLimit(here, load);
    release(here, load, origin, message.recipient, false);
    return;
  }
  representation(here, load.collection);
  mayEnter(here, message);
  countLimit(here, load);
  keepMetadata(here, message);
  mintRepresentations(here, load, message.recipient, false);
}

/** Home passes a Forward on: vault to vault, and a Transfer with what home says about the tokens now. */
function passOn(here: Here, origin: ChainId, message: TransferMessage): void {
  const lane = outgoing(here, message.destinationChain);
  mustBeOpen(here, lane);
  mayEnter(here, message);
  moveBetweenVaults(here, loadOf(message), origin, message.destinationChain);
  append(here, lane, withMetadata(here, lane, { ...message, kind: "transfer" }));
}

/** A Return gives back here, or passes through home unchanged. It asks no policy, but counts against limits. */
function carryBack(here: Here, origin: ChainId, message: ReturnMessage): void {
  const load = loadOf(message);
  if (message.refundChain !== here.chain.id) {
    const lane = outgoing(here, message.refundChain);
    mustBeOpen(here, lane);
    moveBetweenVaults(here, load, origin, message.refundChain);
    append(here, lane, message);
    return;
  }
  quarantineParks(here, load.collection);
  countLimit(here, load);
  if (message.homeChain === here.chain.id) {
    release(here, load, origin, message.refundAccount, true);
  } else {
    representation(here, load.collection);
    mintRepresentations(here, load, message.refundAccount, true);
  }
}

/** Refuses a message that this lane cannot have: either end is the home of what it carries. */
export function mustBelong(here: Here, origin: ChainId, message: CarryingMessage): void {
  const id = here.chain.id;
  const { homeChain } = message;
  const atHome = homeChain === id;
  ensure(atHome || homeChain === origin, "MessageInvalid", "neither end is home");
  if (message.kind === "return") {
    ensure(atHome || message.refundChain === id, "MessageInvalid", "not for here");
  } else if (message.kind === "transfer") {
    ensure(message.destinationChain === id, "MessageInvalid", "not for here");
  } else {
    const between = message.destinationChain !== id && message.destinationChain !== origin;
    ensure(atHome && between, "MessageInvalid", "no way through home");
  }
}
