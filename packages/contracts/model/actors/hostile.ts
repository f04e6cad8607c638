import type { Action } from "../actions.ts";
import { setAt } from "../honest.ts";
import type { Address } from "../words.ts";
import { actOf, addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { ATTACKS_ON_LANES } from "./hostile-lanes.ts";
import { livingChains, parkedSomewhere, randomRequest } from "./people.ts";

/** Things that nobody may be able to do. Each gives an action that must be refused. */
export const ATTACKS: readonly ((cast: Cast) => Action | undefined)[] = [
  ...ATTACKS_ON_LANES,
  othersRedirect,
  replayedAct,
  actForAnotherGateway,
  othersAssets,
  replayedIntent,
  longPause,
  paidLeaf,
];

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
    (action) =>
      ["act", "rotate"].includes(action.type) || (action.type === "pause" && action.signature),
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

/** A leaf that was paid. */
function paidLeaf(cast: Cast): Action | undefined {
  return cast.random.pick(cast.past.filter(({ type }) => type === "claim-leaf"));
}
