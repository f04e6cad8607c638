import type { Environment } from "./environment.ts";
import type { Event } from "./events.ts";
import { Refusal } from "./refusal.ts";
import type { Chain } from "./state/chain.ts";
import { type Journal, push } from "./state/journal.ts";
import type { IncomingLane, OutgoingLane } from "./state/lane.ts";
import type { HomeToken, Representation } from "./state/token.ts";
import type { Settings } from "./state/zone.ts";
import { type ChainId, type Collection, collectionKey, type Standard } from "./words.ts";

/** Where an action happens: one chain, at one second. Nothing else is in reach, as for a contract. */
export interface Here {
  readonly chain: Chain;
  readonly now: number;
  readonly settings: Settings;
  readonly env: Environment;
  readonly journal: Journal;
  readonly events: Event[];
}

export const emit = (here: Here, event: Event): void => push(here.journal, here.events, event);

/** The lane that leaves for a chain. */
export function outgoing(here: Here, destination: ChainId): OutgoingLane {
  const lane = here.chain.outgoing.get(destination);
  if (lane === undefined) throw new Refusal("LaneNotOpen", destination);
  return lane;
}

/** The lane that comes from a chain. */
export function incoming(here: Here, origin: ChainId): IncomingLane {
  const lane = here.chain.incoming.get(origin);
  if (lane === undefined) throw new Refusal("LaneNotOpen", origin);
  return lane;
}

export const isHome = (here: Here, collection: Collection): boolean =>
  collection.homeChain === here.chain.id;

/** The contract of a collection that was born here. */
export function homeToken(here: Here, { homeToken }: Collection): HomeToken {
  const token = here.chain.tokens.get(homeToken);
  if (token === undefined) throw new Refusal("TokenUnknown", homeToken);
  return token;
}

/** What stands here for a collection born elsewhere. */
export function representation(here: Here, collection: Collection): Representation {
  const found = here.chain.representations.get(collectionKey(collection));
  if (found === undefined) throw new Refusal("CollectionUnknown", collectionKey(collection));
  return found;
}

export const standardOf = (here: Here, collection: Collection): Standard =>
  (isHome(here, collection) ? homeToken(here, collection) : representation(here, collection))
    .standard;

/** Whether the lanes between here and a chain are paused. */
export const isPaused = ({ chain, now }: Here, counterpart: ChainId): boolean =>
  now < (chain.pausedUntil.get(counterpart) ?? 0);

export const isQuarantined = (here: Here, collection: Collection): boolean =>
  here.now < (here.chain.quarantinedUntil.get(collectionKey(collection)) ?? 0);
