import type { Action } from "../actions.ts";
import { claimOf, deliveryOf, sentTo } from "../honest.ts";
import { chainOf } from "../model.ts";
import type { IncomingLane } from "../state/lane.ts";
import type { ChainId } from "../words.ts";
import { addressOf } from "./begin.ts";
import type { Cast } from "./cast.ts";
import { livingChains } from "./people.ts";

/** What relayers do, and people who are their own relayers. */

interface Waiting {
  readonly on: ChainId;
  readonly lane: IncomingLane;
  /** How many messages were sent. */
  readonly sent: number;
}

/** Lanes with something to deliver. Nobody honest attests a rewritten lane before it is re-anchored. */
function waiting(cast: Cast): Waiting | undefined {
  const found: Waiting[] = [];
  for (const chain of livingChains(cast)) {
    for (const lane of chain.incoming.values()) {
      const sent = sentTo(cast.model, lane.origin, chain.id).length;
      if (sent > lane.delivered && !cast.forks.has(lane.id))
        found.push({ on: chain.id, lane, sent });
    }
  }
  return cast.random.pick(found);
}

/** A batch that begins at or before the next message, and ends anywhere. */
export function deliver(cast: Cast): Action | undefined {
  const found = waiting(cast);
  if (found === undefined) return undefined;
  const { random, model, now } = cast;
  const { on, lane, sent } = found;
  const overlap = random.chance(0.3) ? random.below(Math.min(4, lane.delivered + 1)) : 0;
  const last = lane.delivered + 1 + random.below(sent - lane.delivered);
  const checkpoint = last + random.below(sent - last + 1);
  const first = lane.delivered + 1 - overlap;
  return deliveryOf(model, [lane.origin, on], [first, last, checkpoint], now);
}

/** One message from anywhere in a lane. */
export function claim(cast: Cast): Action | undefined {
  const found = waiting(cast);
  if (found === undefined) return undefined;
  const { on, lane, sent } = found;
  const sequence = lane.delivered + 1 + cast.random.below(sent - lane.delivered);
  const checkpoint = sequence + cast.random.below(sent - sequence + 1);
  return claimOf(cast.model, lane.origin, on, sequence, cast.now, checkpoint);
}

/** Tells a lane again what a collection says about itself. */
export function resend(cast: Cast): Action | undefined {
  const collection = cast.random.pick(cast.collections);
  if (collection === undefined || collection.homeChain === cast.dead) return undefined;
  const { homeChain } = collection;
  const destination = cast.random.pick([...chainOf(cast.model, homeChain).outgoing.keys()]);
  if (destination === undefined) return undefined;
  const by = cast.random.pick(cast.accounts) ?? addressOf(0x301);
  const paid = chainOf(cast.model, homeChain).outgoing.get(destination)?.terms.fee ?? 0n;
  const sampleId = cast.random.pick([1n, 7n]) ?? 1n;
  return { on: homeChain, type: "resend-collection", destination, collection, sampleId, by, paid };
}
