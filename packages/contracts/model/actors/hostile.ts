import type { Action } from "../actions.ts";
import { claimOf, deliveryOf, sentTo, setAt } from "../honest.ts";
import { checkpointText, signAll } from "../message/signature.ts";
import { chainOf } from "../model.ts";
import type { Address } from "../words.ts";
import { actOf, addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { livingChains, parkedSomewhere, randomRequest } from "./people.ts";
import { deliver } from "./relayers.ts";

/** Things that nobody may be able to do. Each gives an action that must be refused. */
export const ATTACKS: readonly ((cast: Cast) => Action | undefined)[] = [
  replayedClaim,
  tooFewSigners,
  strangersSignatures,
  olderAnchor,
  othersRedirect,
  replayedAct,
  actForAnotherGateway,
  othersAssets,
  replayedIntent,
  longPause,
  changedMessage,
  paidLeaf,
];

/** Claims what was delivered or claimed before. */
function replayedClaim(cast: Cast): Action | undefined {
  const lane = someLane(cast);
  if (lane === undefined) return undefined;
  const { origin, on, log } = lane;
  const consumed = log.filter(
    ({ sequence }) => sequence <= lane.delivered || lane.claimed.has(sequence),
  );
  const sent = cast.random.pick(consumed);
  return sent && claimOf(cast.model, origin, on, sent.sequence, cast.now);
}

/** All but one of a quorum. */
function tooFewSigners(cast: Cast): Action | undefined {
  const action = deliver(cast);
  if (action?.type !== "deliver") return undefined;
  return { ...action, attestations: action.attestations.slice(1) };
}

/** As many as a quorum, of whom one is none of the validators; or one twice. */
function strangersSignatures(cast: Cast): Action | undefined {
  const action = deliver(cast);
  if (action?.type !== "deliver") return undefined;
  const [first, ...rest] = action.attestations;
  if (first === undefined) return undefined;
  const stranger = cast.random.chance(0.5) ? rest[0] : { ...first, signer: addressOf(0x299) };
  return stranger && { ...action, attestations: [stranger, ...rest] };
}

/** A checkpoint from before the lane was re-anchored. */
function olderAnchor(cast: Cast): Action | undefined {
  const lane = someLane(cast, ({ anchor }) => anchor > 0);
  const next = lane?.log[lane.delivered];
  if (lane === undefined || next === undefined) return undefined;
  const { origin, on, delivered, anchor, id: laneId } = lane;
  const sequence = delivered + 1;
  const action = deliveryOf(cast.model, [origin, on], [sequence, sequence, sequence], cast.now);
  if (action.type !== "deliver") return undefined;
  const text = checkpointText({ laneId, anchor: anchor - 1, sequence, head: next.id });
  const signers = action.attestations.map(({ signer }) => signer);
  return { ...action, attestations: signAll(signers, text) };
}

/** Somebody else's parked message. */
function othersRedirect(cast: Cast): Action | undefined {
  const parked = parkedSomewhere(cast);
  const thief = addressOf(0x666);
  return (
    parked && { on: parked.chain.id, type: "redirect", id: parked.id, recipient: thief, by: thief }
  );
}

/** An act, a rotation or a signed pause that was done already. */
function replayedAct(cast: Cast): Action | undefined {
  const done = cast.past.filter(
    (action) => action.type === "act" || (action.type === "pause" && action.signature),
  );
  // A rewritten chain has forgotten its acts: there they are good once more.
  const action = cast.random.pick(done);
  return action !== undefined && cast.distrusted.has(action.on) ? undefined : action;
}

/** Signatures on an act for one gateway, brought to another. */
function actForAnotherGateway(cast: Cast): Action | undefined {
  const [one, other] = livingChains(cast);
  if (one === undefined || other === undefined) return undefined;
  const action = actOf(cast.model, one.id, { kind: "lift-pause", subject: "all" }, cast.now);
  return { ...action, on: other.id };
}

/** Sends what somebody else has. */
function othersAssets(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const request = chain && randomRequest(cast, chain);
  if (chain === undefined || request === undefined) return undefined;
  return {
    on: chain.id,
    type: "send",
    requests: [{ ...request, sender: addressOf(0x666) }],
    paid: 0n,
  };
}

/** An intent that was used already. */
function replayedIntent(cast: Cast): Action | undefined {
  const done = cast.past.filter(
    ({ type, on }) => type === "send-by-signature" && !cast.distrusted.has(on),
  );
  return cast.random.pick(done);
}

/** More than six hours by one validator. */
function longPause(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const validator: Address | undefined = chain && setAt(chain, cast.now).validators[0];
  if (chain === undefined || validator === undefined) return undefined;
  const pause = { validator, subject: "all", duration: 6 * 3_600 + 1, nonce: 0 } as const;
  return { on: chain.id, type: "pause", by: validator, pause };
}

/** A message that nobody sent, with the signatures on the one that somebody did. */
function changedMessage(cast: Cast): Action | undefined {
  const action = deliver(cast);
  if (action?.type !== "deliver") return undefined;
  const messages = action.messages.map((message) =>
    message.kind === "transfer" ? { ...message, recipient: addressOf(0x666) } : message,
  );
  const lane = chainOf(cast.model, action.on).incoming.get(action.origin);
  const fresh = action.messages.slice((lane?.delivered ?? 0) + 1 - action.first);
  return fresh.some(({ kind }) => kind === "transfer") ? { ...action, messages } : undefined;
}

/** A leaf that was paid. */
function paidLeaf(cast: Cast): Action | undefined {
  return cast.random.pick(cast.past.filter(({ type }) => type === "claim-leaf"));
}

function someLane(cast: Cast, fits: (lane: { anchor: number }) => boolean = () => true) {
  const found = livingChains(cast).flatMap(({ id: on, incoming }) =>
    [...incoming.values()]
      .filter((lane) => fits(lane) && !cast.forks.has(lane.id))
      .map((lane) => ({ ...lane, on, log: sentTo(cast.model, lane.origin, on) })),
  );
  return cast.random.pick(found);
}
