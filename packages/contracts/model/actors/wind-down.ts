import type { Action } from "../actions.ts";
import { leafClaimText } from "../council/leaf-claim.ts";
import { takenKey } from "../council/wind-down.ts";
import { chainOf } from "../model.ts";
import type { Leaf } from "../state/chain.ts";
import { type ChainId, DAY } from "../words.ts";
import { actOf, addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { lastHoldings } from "./disasters.ts";
import { livingChains } from "./people.ts";

/** After a chain's death: its lanes are wound down, home by home, and its last holders are paid. */
export function windDown(cast: Cast): Action | undefined {
  const { dead, model, now, random } = cast;
  if (dead === undefined) return undefined;
  const home = random.pick(livingChains(cast));
  const lane = home?.incoming.get(dead);
  if (home === undefined || lane === undefined) return undefined;
  const standing = home.windDowns.get(dead);
  if (standing === undefined) {
    const honest = lastHoldings(cast, dead, home.id);
    const leaves = cast.lies ? [...honest, ...lies(cast, dead, honest)] : honest;
    const sequence = lane.delivered;
    const act = { kind: "propose-wind-down", counterpart: dead, sequence, leaves } as const;
    return actOf(model, home.id, act, now);
  }
  if (random.chance(cast.lies ? 0.05 : 0.01)) {
    return actOf(model, home.id, { kind: "cancel-wind-down", counterpart: dead }, now);
  }
  if (cast.lies && random.chance(0.3)) return challenge(cast, home.id, dead, standing.leaves);
  const unpaid = standing.leaves.filter(
    (leaf) => !home.takenLeaves.has(takenKey(standing.root, leaf)),
  );
  const leaf = random.pick(unpaid);
  const recipient = random.pick(cast.accounts);
  if (leaf === undefined || recipient === undefined) return undefined;
  const claim = { on: home.id, type: "claim-leaf", leaf, recipient } as const;
  if (random.chance(0.7)) return { ...claim, by: leaf.holder };
  const expiry = now + DAY;
  const signature = { signer: leaf.holder, signed: leafClaimText(home, leaf, recipient, expiry) };
  return { ...claim, by: addressOf(0x666), signed: { expiry, signature } };
}

/** What nobody held: too much, or somebody else's. */
function lies({ random, accounts }: Cast, dead: ChainId, honest: readonly Leaf[]): Leaf[] {
  const some = random.pick(honest);
  const holder = random.pick(accounts);
  if (some === undefined || holder === undefined || random.chance(0.3)) return [];
  if (random.chance(0.4)) return [{ ...some, holder }];
  if (some.standard === "erc721") return [{ ...some, id: some.id === 1n ? 2n : 1n, holder }];
  return [{ ...some, chain: dead, amount: some.amount + BigInt(random.below(5_000)), holder }];
}

/** One leaf, or two, whether they show anything or not. */
function challenge(
  { random }: Cast,
  on: ChainId,
  counterpart: ChainId,
  leaves: readonly Leaf[],
): Action | undefined {
  const first = random.pick(leaves);
  if (first === undefined) return undefined;
  const same = leaves.filter(({ token, id }) => token === first.token && id === first.id);
  const second = random.pick(random.chance(0.7) ? same : leaves);
  const two = second !== undefined && random.chance(0.5);
  return { on, type: "challenge", counterpart, leaves: two ? [first, second] : [first] };
}

/** A chain stops for ever, once. */
export function die(cast: Cast): void {
  const { model, random } = cast;
  if (cast.dead !== undefined || model.zone.chains.size < 3) return;
  const id = random.pick([...model.zone.chains.keys()]);
  if (id !== undefined && !cast.distrusted.has(id)) cast.dead = chainOf(model, id).id;
}
