import type { Action } from "../actions.ts";
import { takenKey } from "../council/wind-down.ts";
import { chainOf } from "../model.ts";
import { actOf } from "./begin.ts";
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
    const leaves = lastHoldings(cast, dead, home.id);
    const sequence = lane.delivered;
    const act = { kind: "propose-wind-down", counterpart: dead, sequence, leaves } as const;
    return actOf(model, home.id, act, now);
  }
  const unpaid = standing.leaves.filter((leaf) => !home.takenLeaves.has(takenKey(standing.root, leaf)));
  const leaf = random.pick(unpaid);
  const recipient = random.pick(cast.accounts);
  if (leaf === undefined || recipient === undefined) return undefined;
  return { on: home.id, type: "claim-leaf", leaf, recipient, by: leaf.holder };
}

/** A chain stops for ever, once. */
export function die(cast: Cast): void {
  const { model, random } = cast;
  if (cast.dead !== undefined || model.zone.chains.size < 3) return;
  const id = random.pick([...model.zone.chains.keys()]);
  if (id !== undefined && !cast.distrusted.has(id)) cast.dead = chainOf(model, id).id;
}
