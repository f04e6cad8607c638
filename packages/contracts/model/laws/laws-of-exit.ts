import type { Action } from "../actions.ts";
import { refundAccountOf } from "../arrive/ending.ts";
import { claimOf } from "../honest.ts";
import type { Model } from "../model.ts";
import type { RefusalName } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import type { ParkedMessage } from "../state/lane.ts";
import { previewAll } from "../step.ts";
import type { Address, ChainId, Collection } from "../words.ts";
import { type InFlight, inFlight } from "./flight.ts";
import type { Distrusted } from "./places.ts";
import { type Violation, violation } from "./violation.ts";

/** What a token, its issuer, or the one who receives can do to a person who leaves. */
const OWN: readonly RefusalName[] = ["TokenFailed", "AccountBlocked", "RecipientRefuses"];
/** What the zone may do for a time, in public. */
const FOR_A_TIME: readonly RefusalName[] = ["LimitReached", "CollectionQuarantined", "LanePaused"];
/** What stops a message that enters or passes through, which is returned after its deadline. */
const ON_THE_WAY: readonly RefusalName[] = [
  ...(["PolicyRefused", "ClassRefused", "TokenNotListed", "AmountOverLimit"] as const),
  ...(["LaneNotOpen", "LaneClosed", "LaneRetired", "ReceivedLess", "UriTooLong"] as const),
];

/**
 * Law 5: with everyone else dead, a person with a quorum's attestations gets their own message out, wherever it stands in
 * its lane, without delivering anybody else's.
 */
export function lawOfSelfService(model: Model, now: number, distrusted: Distrusted): Violation[] {
  const found: Violation[] = [];
  for (const flight of [...inFlight(model.zone)]) {
    const { origin, destination, sent } = flight;
    const lane = destination.incoming.get(origin.id);
    const stands = lane === undefined || lane.closed || lane.haltedAt !== undefined;
    if (stands || distrusted.has(origin.id) || distrusted.has(destination.id)) continue;
    const outcome = previewAll(
      model,
      [...collectionsBefore(model, flight, now), own(model, flight, now)],
      now,
    );
    const homeward = sent.message.kind === "transfer" && sent.message.homeChain === destination.id;
    const excused = homeward ? [...OWN, ...FOR_A_TIME] : [...OWN, ...FOR_A_TIME, ...ON_THE_WAY];
    if (!outcome.done && !excused.includes(outcome.refusal)) {
      found.push(violation(5, `${sent.id} cannot be claimed: ${outcome.refusal}`));
    }
  }
  return found;
}

const own = (model: Model, { origin, destination, sent }: InFlight, now: number): Action =>
  claimOf(model, origin.id, destination.id, sent.sequence, now);

/** A token's Collection messages go first; like everything else they can be claimed. */
function collectionsBefore(model: Model, flight: InFlight, now: number): Action[] {
  const { origin, destination, sent } = flight;
  const lane = destination.incoming.get(origin.id);
  const log = origin.outgoing.get(destination.id)?.log ?? [];
  return log
    .slice(lane?.delivered ?? 0, sent.sequence - 1)
    .filter(({ message, id }) => message.kind === "collection" && !destination.spent.has(id))
    .map((earlier) => own(model, { origin, destination, sent: earlier }, now));
}

/** Law 2: whatever is parked has a way out that nobody but its own people can close for ever. */
export function lawOfParked(model: Model, now: number, distrusted: Distrusted): Violation[] {
  const found: Violation[] = [];
  for (const chain of model.zone.chains.values()) {
    for (const parked of [...chain.parked.values()]) {
      const { id, origin, message } = parked;
      if (distrusted.has(chain.id) || distrusted.has(origin)) continue;
      // Where its home has died, a representation stands for nothing.
      const closed = chain.incoming.get(origin)?.closed === true;
      if (closed && message.homeChain === origin) continue;
      const later = message.kind === "return" ? now : Math.max(now, message.deadline + 1);
      const retry: Action = { on: chain.id, type: "retry", id };
      const by = ownerOf(parked);
      const redirect: Action = { on: chain.id, type: "redirect", id, recipient: FRESH, by };
      const refusals = [
        previewAll(model, [retry], now),
        previewAll(model, [retry], later),
        previewAll(model, [redirect], later),
      ].flatMap((outcome) => (outcome.done ? [] : [outcome.refusal]));
      const waits = refusals.some((refusal) => EXCUSED_PARKED.includes(refusal));
      if (refusals.length === 3 && !waits) {
        found.push(violation(2, `${id} is parked for ever: ${refusals.join(", ")}`));
      }
    }
  }
  return found;
}

/** An account that nothing was ever said about. */
const FRESH: Address = "0x0000000000000000000000000000000000000f4e";
/**
 * A token that keeps something of each transfer cannot pass through home while it does; and a collection that was never
 * told here is told by anyone.
 */
const EXCUSED_PARKED: readonly RefusalName[] = [
  ...[...OWN, ...FOR_A_TIME],
  ...(["LaneHalted", "ReceivedLess", "CollectionUnknown"] as const),
];

function ownerOf({ message }: ParkedMessage): Address {
  if (message.kind === "return") return message.refundAccount;
  return message.kind === "transfer" ? message.recipient : refundAccountOf(message);
}

/** Law 6: nothing the zone decides refuses an exit home: every representation may be sent there. */
export function lawOfFreeExit(model: Model, now: number, distrusted: Distrusted): Violation[] {
  const found: Violation[] = [];
  for (const chain of model.zone.chains.values()) {
    if (distrusted.has(chain.id)) continue;
    for (const [key, holders] of [...chain.holdings]) {
      const [homeChain, homeToken, id] = key.split("/") as [ChainId, Address, string];
      if (homeChain === chain.id) continue;
      for (const [holder, amount] of [...holders]) {
        const asset = { id: BigInt(id), amount };
        const action = homewards(chain, { homeChain, homeToken }, asset, holder as Address);
        const outcome = previewAll(model, [action], now);
        if (outcome.done || outcome.refusal === "LanePaused" || outcome.refusal === "LaneClosed")
          continue;
        found.push(violation(6, `${key} of ${holder} cannot leave: ${outcome.refusal}`));
      }
    }
  }
  return found;
}

function homewards(
  chain: Chain,
  collection: Collection,
  asset: { id: bigint; amount: bigint },
  sender: Address,
): Action {
  const destination = collection.homeChain;
  const paid = chain.outgoing.get(destination)?.terms.fee ?? 0n;
  const accounts = { sender, recipient: sender, refundAccount: sender };
  const request = { ...accounts, destination, collection, assets: [asset], deadline: 0 };
  const reference = "0x";
  return { on: chain.id, type: "send", requests: [{ ...request, reference }], paid };
}
