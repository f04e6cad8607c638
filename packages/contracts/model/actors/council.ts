import type { Action } from "../actions.ts";
import type { CouncilAct } from "../council/acts.ts";
import { type PauseSubject, pauseText } from "../council/pause.ts";
import { type Rotation, rotationText } from "../council/rotate.ts";
import { setAt } from "../honest.ts";
import { signAll } from "../message/signature.ts";
import { chainOf } from "../model.ts";
import type { Chain } from "../state/chain.ts";
import { type ChainId, DAY, HOUR } from "../words.ts";
import { actOf, addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { livingChains } from "./people.ts";

/** What validators decide, alone or as a quorum. */

/** A random act of a gateway's council. */
export function decide(cast: Cast): Action | undefined {
  const chain = cast.random.pick(livingChains(cast));
  const act = chain && randomAct(cast, chain);
  return chain && act && actOf(cast.model, chain.id, act, cast.now);
}

function randomAct(cast: Cast, chain: Chain): CouncilAct | undefined {
  const { random, now } = cast;
  const counterpart = random.pick([...chain.outgoing.keys()]);
  const collection = random.pick(cast.collections);
  const subject = randomSubject(cast, chain);
  if (counterpart === undefined || collection === undefined) return undefined;
  const cap = BigInt(1 + random.below(300));
  const windowMinutes = random.chance(0.2) ? 0 : 30 + random.below(300);
  const acts: (() => CouncilAct)[] = [
    () => ({ kind: "set-limit", collection, cap, windowMinutes }),
    () => ({ kind: "set-default-limit", cap, windowMinutes }),
    () => ({
      kind: "propose-policy",
      policy: random.pick(["none", "none", "odd", "closed", "broken"]) ?? "none",
    }),
    () => ({ kind: "extend-pause", subject, until: now + random.below(2 * HOUR) }),
    () => ({ kind: "lift-pause", subject }),
    () => ({ kind: "lift-pause", subject: "all" }),
    () => ({ kind: "set-terms", counterpart, ...terms(cast) }),
    () => ({ kind: "list-token", token: addressOf(0x403), ...listing(cast), cap, windowMinutes }),
    () => openAgain(cast, chain, counterpart),
  ];
  if (random.chance(0.02)) return { kind: "retire-lane", counterpart };
  return random.pick(acts)?.();
}

/** Money is listed again and again, seldom as what it cannot be, and sometimes no more. */
function listing({ random }: Cast) {
  const classes = [
    "payment",
    "payment",
    "payment",
    "crypto",
    "prepaid",
    "security",
    "none",
  ] as const;
  return { class: random.pick(classes) ?? "payment" };
}

/** A lane that stands already. */
function openAgain({ model }: Cast, { council }: Chain, counterpart: ChainId): CouncilAct {
  const counterpartGateway = chainOf(model, counterpart).gateway;
  return { kind: "open-lane", epoch: council.current.epoch, counterpart, counterpartGateway };
}

function terms({ random }: Cast) {
  const fee = random.chance(0.5) ? 0n : BigInt(random.below(1_000_000));
  return { fee, collector: addressOf(0x500), quota: random.chance(0.7) ? 0 : 3 };
}

function randomSubject({ random, collections }: Cast, chain: Chain): PauseSubject {
  const one = random.pick(collections);
  if (one !== undefined && random.chance(0.6)) return one;
  return random.pick([...chain.outgoing.keys()]) ?? "all";
}

/** One validator pauses for a while, by call or by signature. */
export function pause(cast: Cast): Action | undefined {
  const { random, now } = cast;
  const chain = random.pick(livingChains(cast));
  const validator = chain && random.pick(setAt(chain, now).validators);
  if (chain === undefined || validator === undefined) return undefined;
  const nonce = chain.pauseBudgets.get(validator)?.nonce ?? 0;
  const subject = randomSubject(cast, chain);
  const given = { validator, subject, duration: 60 + random.below(HOUR), nonce };
  const signature = { signer: validator, signed: pauseText(chain, given) };
  const base = { on: chain.id, type: "pause", pause: given } as const;
  return random.chance(0.5)
    ? { ...base, by: validator }
    : { ...base, by: addressOf(0x301), signature };
}

/** Tells a gateway the next rotation that it does not know; or makes a new one, if all know all. */
export function rotate(cast: Cast): Action | undefined {
  const behind = livingChains(cast).find((chain) => knownEpoch(chain) < cast.rotations.length);
  if (behind !== undefined) {
    const next = cast.rotations[knownEpoch(behind)];
    return next && { on: behind.id, type: "rotate", ...next };
  }
  const chain = cast.random.pick(livingChains(cast));
  if (chain === undefined || setAt(chain, cast.now).epoch < cast.rotations.length) return undefined;
  const from = setAt(chain, cast.now);
  const leaving = cast.random.below(from.validators.length);
  const newcomer = addressOf(0x210 + cast.rotations.length);
  const validators = from.validators.map((v, at) => (at === leaving ? newcomer : v)).sort();
  const rotation: Rotation = {
    zone: cast.model.zone.name,
    from: from.epoch,
    to: { epoch: from.epoch + 1, quorum: from.quorum, validators },
    validFrom: cast.now + cast.random.below(DAY),
  };
  const signatures = signAll(from.validators.slice(0, from.quorum), rotationText(rotation));
  cast.rotations.push({ rotation, signatures });
  return { on: chain.id, type: "rotate", rotation, signatures };
}

const knownEpoch = ({ council }: Chain): number => council.next?.set.epoch ?? council.current.epoch;
