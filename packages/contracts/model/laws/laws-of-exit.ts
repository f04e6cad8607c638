import type { Action } from "../actions.ts";
import { claimOf } from "../honest.ts";
import type { Model } from "../model.ts";
import type { RefusalName } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
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
    .filter(
      ({ message, id }) => message.kind === "collection" && !destination.spent.has(id),
    )
    .map((earlier) => own(model, { origin, destination, sent: earlier }, now));
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
