import {
  loadOf,
  mintRepresentations,
  moveBetweenVaults,
  quarantineParks,
  release,
} from "../asset/cross.ts";
import { mayEnter, mayLeave } from "../asset/entry.ts";
import { countLimit } from "../asset/limits.ts";
import { type Here, outgoing, representation } from "../here.ts";
import type { CarryingMessage, ReturnMessage, TransferMessage } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { append } from "../send/append.ts";
import { mustMove, withMetadata } from "../send/send.ts";
import type { Address, ChainId } from "../words.ts";
import { keepMetadata } from "./representation.ts";

/** Does what a message asks for, or refuses with the reason why it cannot be done now. */
export function carryOut(here: Here, origin: ChainId, message: CarryingMessage): void {
  if (message.kind === "forward") passOn(here, origin, message);
  else if (message.kind === "return") carryBack(here, origin, message);
  else arrive(here, origin, message);
}

function arrive(here: Here, origin: ChainId, message: TransferMessage): void {
  ensure(message.destinationChain === here.chain.id, "MessageInvalid", "not for here");
  if (message.homeChain === here.chain.id) {
    if (!here.env.rules.exitsFreely) mayEnter(here, message);
    giveOut(here, origin, message, message.recipient);
    return;
  }
  ensure(message.homeChain === origin, "MessageInvalid", "neither end is home");
  const load = loadOf(message);
  representation(here, load.collection);
  mayEnter(here, message);
  quarantineParks(here, load.collection);
  countLimit(here, load);
  keepMetadata(here, message);
  const asks = message.assets.some(({ metadata }) => metadata.form !== "none");
  mintRepresentations(here, load, message.recipient, asks);
}

/** Home tokens leave the vault of the chain that they come from, for an account. */
export function giveOut(here: Here, origin: ChainId, message: CarryingMessage, to: Address): void {
  const load = loadOf(message);
  quarantineParks(here, load.collection);
  countLimit(here, load);
  release(here, load, origin, to);
}

/** Home passes a Forward on: vault to vault, and a Transfer with what home says about the tokens now. */
function passOn(here: Here, origin: ChainId, message: TransferMessage): void {
  const { homeChain, destinationChain } = message;
  const through = homeChain === here.chain.id && destinationChain !== here.chain.id;
  ensure(through, "MessageInvalid", "no way through home");
  const load = loadOf(message);
  quarantineParks(here, load.collection);
  moveBetweenVaults(here, load, origin, destinationChain);
  const lane = outgoing(here, destinationChain);
  mustMove(here, lane);
  ensure(!lane.retired, "LaneRetired", destinationChain);
  mayLeave(here, message);
  append(here, lane, withMetadata(here, lane, { ...message, kind: "transfer" }));
}

/** A Return gives back here, or passes through home unchanged. It asks no policy, but counts against limits. */
function carryBack(here: Here, origin: ChainId, message: ReturnMessage): void {
  const load = loadOf(message);
  const atHome = message.homeChain === here.chain.id;
  if (message.refundChain !== here.chain.id) {
    ensure(atHome, "MessageInvalid", "not for here");
    quarantineParks(here, load.collection);
    moveBetweenVaults(here, load, origin, message.refundChain);
    append(here, outgoing(here, message.refundChain), message);
    return;
  }
  if (atHome) {
    giveOut(here, origin, message, message.refundAccount);
    return;
  }
  ensure(message.homeChain === origin, "MessageInvalid", "neither end is home");
  representation(here, load.collection);
  quarantineParks(here, load.collection);
  countLimit(here, load);
  mintRepresentations(here, load, message.refundAccount, false);
}
