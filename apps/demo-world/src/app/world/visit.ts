import type { Zone } from "@ryugu/sdk/zone";
import type { Account, Chains, Session } from "../../services/world/lazy.ts";
import type { PeopleLink } from "../../services/world/people-link.ts";
import { type Told, toldNothing } from "../../sim/body/tell.ts";
import type { HeldKey } from "../../sim/input/keys.ts";
import type { PlatformSlug } from "../../sim/place/place.ts";
import type { Waypoint } from "../../sim/place/route.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import { createWorld, type World } from "../../sim/world/world.ts";
import type { VisitStores } from "../../stores/world/index.ts";
import { NotInsideError } from "./errors.ts";

/** Everything of one visit that is no slow state: what moves, what is connected, who signs. Only `app/` sees it. */
export interface Visit {
  readonly stores: VisitStores;
  readonly world: World;
  readonly down: Set<HeldKey>;
  readonly stick: { x: number; y: number };
  readonly told: Told;
  /** Where one still has to walk past, after the point one walks to now. */
  route: Waypoint[];
  account: Account | undefined;
  zone: Zone | undefined;
  chains: Chains | undefined;
  readonly sessions: Map<PlatformSlug, Promise<Session>>;
  link: PeopleLink | undefined;
  /** One's own number here. */
  me: number | undefined;
  /** A file that one wants to wear, until a platform has it. */
  ownFile: File | undefined;
  /** Ends when one is out, by another tab. */
  end: AbortController;
}

/** The heavy services, loaded once. */
export const heavy = () => import("../../services/world/lazy.ts");

/** A visit that has not begun. */
export function createVisit(stores: VisitStores): Visit {
  const { visitor } = stores.arrival.getState();
  return {
    stores,
    world: createWorld("minato", visitor.name, visitor.avatar),
    down: new Set(),
    stick: { x: 0, y: 0 },
    told: toldNothing(),
    route: [],
    account: undefined,
    zone: undefined,
    chains: undefined,
    sessions: new Map(),
    link: undefined,
    me: undefined,
    ownFile: undefined,
    end: new AbortController(),
  };
}

/** What is there once somebody is inside. */
export interface Inside {
  account: Account;
  zone: Zone;
  chains: Chains;
}

/** What is there once somebody is inside. Throws NotInsideError before. */
export function inside({ account, zone, chains }: Visit): Inside {
  if (account !== undefined && zone !== undefined && chains !== undefined) {
    return { account, zone, chains };
  }
  throw new NotInsideError("Nobody has signed in yet.");
}

/** A platform as it described itself. Throws NotInsideError where it is not known. */
export function platformOf({ stores }: Visit, slug: PlatformSlug): Platform {
  const platform = stores.place.getState().platforms[slug];
  if (platform !== undefined) return platform;
  throw new NotInsideError("The platform is not known yet.", { details: [slug] });
}

/** The platform whose chain this is. */
export function platformOn({ stores }: Visit, chain: string): Platform | undefined {
  return Object.values(stores.place.getState().platforms).find((one) => one.chain === chain);
}
