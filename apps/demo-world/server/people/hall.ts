import type { Address } from "@ryugu/sdk/primitives";
import { fullReach, type Reach } from "../../src/sim/body/reach.ts";
import type { Place, Stand } from "../../src/sim/place/place.ts";
import type { PersonHere, Refusal, ServerMessage } from "../../src/sim/protocol/from-server.ts";
import type { AvatarRef, Motion, TokenRef } from "../../src/sim/protocol/references.ts";
import type { TalkEntry } from "./booth-talk.ts";

/** Somebody who is connected, seen or away. Changed in place. */
export interface Visitor {
  /** New with each visit; all that others learn of who it is. */
  readonly id: number;
  /** Never told to anybody. */
  readonly account: Address;
  name: string;
  avatar: AvatarRef;
  held: TokenRef | null;
  x: number;
  z: number;
  heading: number;
  motion: Motion;
  /** In the corridor: connected, but nobody sees them and they see nobody. */
  isAway: boolean;
  /** When the last pose was believed, in milliseconds. */
  poseAt: number;
  readonly reach: Reach;
  /** Whether others have not been told yet where they are. */
  hasMoved: boolean;
  /** The booths where they asked something: they hear the answer wherever they stand. */
  readonly askedAt: Set<string>;
}

/** Where somebody was when they went. */
export interface Departure {
  readonly x: number;
  readonly z: number;
  /** Milliseconds. */
  readonly at: number;
}

/** One hall and who is in it: a plain value. It knows no sockets and no clock; who changes it says the time. */
export interface Hall {
  readonly place: Place;
  /** The most people. */
  readonly limit: number;
  /** Where each organisation's booth is. */
  readonly booths: ReadonlyMap<string, { readonly x: number; readonly z: number }>;
  readonly visitors: Map<number, Visitor>;
  /** Who left lately and where from; the oldest first. */
  readonly departures: Map<Address, Departure>;
  nextId: number;
}

/** What follows from something that happened in the hall. */
export type Effect =
  | { readonly kind: "send"; readonly to: readonly number[]; readonly message: ServerMessage }
  /** A question to a booth's staff. */
  | { readonly kind: "tell"; readonly booth: string; readonly entry: TalkEntry };

/** An empty hall. */
export function createHall(options: Pick<Hall, "place" | "limit" | "booths">): Hall {
  return { ...options, visitors: new Map(), departures: new Map(), nextId: 1 };
}

/** A visitor who is nowhere special yet. */
export function visitorAt(
  id: number,
  { account, name, avatar }: Pick<Visitor, "account" | "name" | "avatar">,
  { x, z, heading }: Stand,
  now: number,
): Visitor {
  return {
    id,
    account,
    name,
    avatar,
    held: null,
    x,
    z,
    heading,
    motion: "idle",
    isAway: false,
    poseAt: now,
    reach: fullReach(now),
    hasMoved: false,
    askedAt: new Set(),
  };
}

/** Who can be seen, but one. */
export function visibleIds({ visitors }: Hall, except?: number): number[] {
  const ids: number[] = [];
  for (const { id, isAway } of visitors.values()) if (!isAway && id !== except) ids.push(id);
  return ids;
}

/** Everybody who can be seen, and whose doing it is: what one does is told to oneself too. */
export function witnesses(hall: Hall, { id, isAway }: Visitor): number[] {
  return isAway ? [id] : visibleIds(hall);
}

/** A visitor as others get to know them. */
export function personOf(visitor: Visitor): PersonHere {
  const { id, name, avatar, held, x, z, heading, motion } = visitor;
  return { id, name, avatar, held, x: round(x), z: round(z), heading: round(heading), motion };
}

/** Where somebody stands, exactly: rounded, who leans on a wall would stand in it. */
export const standOf = ({ x, z, heading }: Stand): Stand => ({ x, z, heading });

/** A number with three decimals, for others: shorter to send. */
export const round = (value: number) => Math.round(value * 1_000) / 1_000;

/** One message to some; nothing where there is nobody to hear it. */
export function send(to: readonly number[], message: ServerMessage): Effect[] {
  return to.length === 0 ? [] : [{ kind: "send", to, message }];
}

/** Tells somebody why the server will not. */
export const refuse = (id: number, code: Refusal): Effect[] => send([id], { t: "refused", code });
