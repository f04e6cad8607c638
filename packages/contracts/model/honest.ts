import type { Action } from "./actions.ts";
import { checkpointText, signAll } from "./message/signature.ts";
import { chainOf, type Model } from "./model.ts";
import type { Chain, Signatures } from "./state/chain.ts";
import type { SentMessage } from "./state/lane.ts";
import type { ValidatorSet } from "./state/validator-set.ts";
import type { ChainId } from "./words.ts";

/** What honest validators and relayers say and do, from what they see on the chains. */

/** The set that counts at a gateway at a second. */
export function setAt({ council }: Chain, now: number): ValidatorSet {
  const { current, next } = council;
  return next !== undefined && now >= next.validFrom ? next.set : current;
}

/** k validators' signatures on where a lane stood at a sequence, under its present anchor. */
export function attestations(
  model: Model,
  origin: ChainId,
  destination: ChainId,
  sequence: number,
  now: number,
): Signatures {
  const there = chainOf(model, destination);
  const { quorum, validators } = setAt(there, now);
  const lane = there.incoming.get(origin);
  const head = sentTo(model, origin, destination)[sequence - 1]?.id;
  if (lane === undefined || head === undefined) return [];
  const text = checkpointText({ laneId: lane.id, anchor: lane.anchor, sequence, head });
  return signAll(validators.slice(0, quorum), text);
}

/** Everything that was ever sent over a lane. */
export const sentTo = (model: Model, origin: ChainId, to: ChainId): readonly SentMessage[] =>
  chainOf(model, origin).outgoing.get(to)?.log ?? [];

/** Delivers messages `first` to `last`, by a checkpoint at `checkpoint`. */
export function deliveryOf(
  model: Model,
  [origin, on]: readonly [origin: ChainId, destination: ChainId],
  [first, last, checkpoint]: readonly [first: number, last: number, checkpoint: number],
  now: number,
): Action {
  const log = sentTo(model, origin, on);
  return {
    ...{ on, type: "deliver", origin, first },
    messages: log.slice(first - 1, last).map(({ message }) => message),
    tailHashes: log.slice(last, checkpoint).map(({ hash }) => hash),
    attestations: attestations(model, origin, on, checkpoint, now),
  };
}

/** Claims one message, by a checkpoint at the lane's end or at a given sequence. */
export function claimOf(
  model: Model,
  origin: ChainId,
  on: ChainId,
  sequence: number,
  now: number,
  checkpointSequence = sentTo(model, origin, on).length,
): Action {
  const log = sentTo(model, origin, on);
  const sent = log[sequence - 1];
  if (sent === undefined) throw new RangeError(`Nothing was sent as ${sequence}.`);
  return {
    ...{ on, type: "claim", origin, checkpointSequence },
    priorHead: sent.prior,
    message: sent.message,
    tailHashes: log.slice(sequence, checkpointSequence).map(({ hash }) => hash),
    attestations: attestations(model, origin, on, checkpointSequence, now),
  };
}
