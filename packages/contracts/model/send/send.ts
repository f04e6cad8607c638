import { type Load, takeFromSender } from "../asset/cross.ts";
import { mayEnter, mayLeave } from "../asset/entry.ts";
import { describe } from "../asset/metadata.ts";
import { type Here, isHome, isPaused, outgoing } from "../here.ts";
import { NO_METADATA, type TransferMessage } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { put } from "../state/journal.ts";
import type { OutgoingLane } from "../state/lane.ts";
import { type Address, DAY, ZERO_ADDRESS } from "../words.ts";
import { append } from "./append.ts";
import { checkAmounts, checkShape, deadlineOf, type SendRequest, standardHere } from "./request.ts";

/** Sends one or more requests of one sender, all or none, for exactly the fees that their lanes ask. */
export function sendAll(here: Here, requests: readonly SendRequest[], paid: bigint): void {
  const fees = requests.reduce((sum, request) => sum + send(here, request), 0n);
  ensure(paid === fees, "FeeWrong", `${paid} instead of ${fees}`);
}

/** Sends one request over the lane towards its destination, or towards home; gives the lane's fee. */
function send(here: Here, request: SendRequest): bigint {
  const { collection, sender } = request;
  const fromHome = isHome(here, collection);
  const standard = standardHere(here, collection);
  checkShape(here, request, standard);
  const next = fromHome ? request.destination : collection.homeChain;
  const lane = outgoing(here, next);
  mustMove(here, lane);
  const leavesFreely = !fromHome && here.env.rules.exitsRetiredLanes;
  ensure(!lane.retired || leavesFreely, "LaneRetired", next);
  const fee = payToll(here, lane, sender, fromHome);
  checkAmounts(request, standard);
  const load: Load = { collection, standard, assets: request.assets };
  const message = toMessage(here, request, load);
  if (fromHome) mayLeave(here, message);
  else if (!here.env.rules.exitsFreely) mayEnter(here, message);
  const described = fromHome ? withMetadata(here, lane, message) : message;
  takeFromSender(here, load, sender, next);
  append(here, lane, described);
  return fee;
}

/** Nothing is sent over a paused lane. */
export function mustMove(here: Here, lane: OutgoingLane): void {
  ensure(!isPaused(here, lane.destination), "LanePaused", lane.destination);
}

function toMessage(here: Here, request: SendRequest, load: Load): TransferMessage {
  const { collection, destination, sender, refundAccount, recipient, reference } = request;
  const passesHome = !isHome(here, collection) && destination !== collection.homeChain;
  return {
    kind: passesHome ? "forward" : "transfer",
    standard: load.standard,
    deadline: deadlineOf(here, request),
    homeChain: collection.homeChain,
    homeToken: collection.homeToken,
    sourceChain: here.chain.id,
    sender,
    // The sender is what a message means that names nobody.
    refundAccount: refundAccount === sender ? ZERO_ADDRESS : refundAccount,
    destinationChain: destination,
    recipient,
    reference,
    assets: load.assets.map(({ id, amount }) => ({ id, amount, metadata: NO_METADATA })),
  };
}

/** What leaves home carries what home says about it now. */
export function withMetadata(
  here: Here,
  lane: OutgoingLane,
  message: TransferMessage,
): TransferMessage {
  const { homeChain, homeToken, assets } = message;
  const ids = assets.map(({ id }) => id);
  const carried = describe(here, lane, { homeChain, homeToken }, ids);
  return {
    ...message,
    assets: assets.map((asset, at) => ({ ...asset, metadata: carried[at] ?? NO_METADATA })),
  };
}

/** The fee that is due, after counting what enters. An exit is never refused. */
export function payToll(here: Here, lane: OutgoingLane, sender: Address, enters: boolean): bigint {
  const fee = payFee(here, lane);
  if (enters) countSend(here, lane, sender);
  return fee;
}

/** A day is a calendar day in UTC. */
function countSend(here: Here, { destination, terms }: OutgoingLane, sender: Address): void {
  if (terms.quota === 0) return;
  const key = `${sender} ${destination} ${Math.floor(here.now / DAY)}`;
  const before = here.chain.sends.get(key) ?? 0;
  ensure(before < terms.quota, "QuotaSpent", sender);
  put(here.journal, here.chain.sends, key, before + 1);
}

function payFee(here: Here, { terms }: OutgoingLane): bigint {
  if (terms.fee > 0n) {
    const { fees } = here.chain;
    put(here.journal, fees, terms.collector, (fees.get(terms.collector) ?? 0n) + terms.fee);
  }
  return terms.fee;
}
