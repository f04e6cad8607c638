import type { Action } from "../actions.ts";
import { claimOf, deliveryOf, sentTo, setAt } from "../honest.ts";
import { checkpointText, signAll } from "../message/signature.ts";
import { chainOf } from "../model.ts";
import type { ValidatorSet } from "../state/validator-set.ts";
import { addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { livingChains } from "./people.ts";
import { deliver } from "./relayers.ts";

/** Things that nobody may be able to bring a lane to believe. Each gives an action that must be refused. */
export const ATTACKS_ON_LANES: readonly ((cast: Cast) => Action | undefined)[] = [
  replayedClaim,
  tooFewSigners,
  strangersSignatures,
  retiredKeys,
  olderAnchor,
  lostMessage,
  changedMessage,
];

/** Claims what was delivered or claimed before. */
function replayedClaim(cast: Cast): Action | undefined {
  const lane = someLane(cast);
  if (lane === undefined) return undefined;
  const { origin, on, log } = lane;
  const consumed = log.filter(
    ({ sequence, id }) => sequence <= lane.delivered || lane.spent.has(id),
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

function someLane(cast: Cast, fits: (lane: { anchor: number }) => boolean = () => true) {
  const found = livingChains(cast).flatMap(({ id: on, incoming, spent }) =>
    [...incoming.values()]
      .filter((lane) => fits(lane) && !cast.forks.has(lane.id))
      .map((lane) => ({ ...lane, on, spent, log: sentTo(cast.model, lane.origin, on) })),
  );
  return cast.random.pick(found);
}

/** A quorum of an earlier set, of whom one has left since. */
function retiredKeys(cast: Cast): Action | undefined {
  const action = deliver(cast);
  if (action?.type !== "deliver") return undefined;
  const now = setAt(chainOf(cast.model, action.on), cast.now);
  const earlier: ValidatorSet[] = cast.rotations
    .map(({ rotation }) => rotation.to)
    .filter(({ epoch }) => epoch < now.epoch);
  const past = cast.random.pick(earlier);
  const gone = past?.validators.find((validator) => !now.validators.includes(validator));
  const text = action.attestations[0]?.signed;
  if (past === undefined || gone === undefined || text === undefined) return undefined;
  const others = past.validators.filter((validator) => validator !== gone);
  return { ...action, attestations: signAll([gone, ...others.slice(1 - past.quorum)], text) };
}

/** A message of a fork that was left, with the checkpoint that was good at its time. */
function lostMessage(cast: Cast): Action | undefined {
  const fork = cast.random.pick(cast.lostForks);
  const sent = fork && cast.random.pick(fork.lost.slice(fork.common));
  const lane = fork && chainOf(cast.model, fork.destination).incoming.get(fork.origin);
  if (fork === undefined || sent === undefined || lane === undefined) return undefined;
  const { id: head, sequence, message, prior: priorHead } = sent;
  const { quorum, validators } = setAt(chainOf(cast.model, fork.destination), cast.now);
  const text = checkpointText({ laneId: lane.id, anchor: fork.anchor, sequence, head });
  const attestations = signAll(validators.slice(0, quorum), text);
  const base = { on: fork.destination, type: "claim", origin: fork.origin } as const;
  return {
    ...base,
    checkpointSequence: sequence,
    priorHead,
    message,
    tailHashes: [],
    attestations,
  };
}
