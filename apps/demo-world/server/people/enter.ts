import type { Stand } from "../../src/sim/place/place.ts";
import { cleanName } from "../../src/sim/text/said.ts";
import {
  type Effect,
  type Hall,
  personOf,
  send,
  standOf,
  type Visitor,
  visibleIds,
  visitorAt,
} from "./hall.ts";
import { arrivalIn, mayResume } from "./standing.ts";

/** Who comes in, and how. */
export interface Arrival extends Pick<Visitor, "account" | "name" | "avatar"> {
  /** Where they already stood. */
  readonly at?: Stand | undefined;
  /** In the corridor: not to be seen yet. */
  readonly away?: boolean | undefined;
}

/** What comes of coming in. */
export type Entry =
  | {
      readonly visitor: Visitor;
      /** The same person's older visit, which is over now. */
      readonly replaced: number | undefined;
      readonly effects: readonly Effect[];
    }
  | { readonly refused: "name-empty" | "hall-full" };

/** How many departures are remembered, and how long, in milliseconds. */
const MAX_DEPARTURES = 1_000;
const DEPARTURE_LIFE = 300_000;

/** Lets somebody in. A person is here once: a newer visit ends the older one. */
export function join(hall: Hall, arrival: Arrival, now: number): Entry {
  const name = cleanName(arrival.name);
  if (name === "") return { refused: "name-empty" };
  const older = [...hall.visitors.values()].find(({ account }) => account === arrival.account);
  if (older === undefined && hall.visitors.size >= hall.limit) return { refused: "hall-full" };
  const ended = older === undefined ? [] : replace(hall, older, now);
  const stand = whereToStand(hall, arrival, now);
  const visitor = visitorAt(hall.nextId++, { ...arrival, name }, stand, now);
  visitor.isAway = arrival.away === true;
  hall.visitors.set(visitor.id, visitor);
  hall.departures.delete(visitor.account);
  return {
    visitor,
    replaced: older?.id,
    effects: [...ended, ...welcome(hall, visitor, now), ...appear(hall, visitor)],
  };
}

/** Lets somebody go. Nothing happens where they are not here. */
export function leave(hall: Hall, id: number, reason: "left" | "lost", now: number): Effect[] {
  const visitor = hall.visitors.get(id);
  if (visitor === undefined) return [];
  hall.visitors.delete(id);
  rememberDeparture(hall, visitor, now);
  return visitor.isAway ? [] : send(visibleIds(hall), { t: "left", id, reason });
}

/** Into the corridor. */
export function goAway(hall: Hall, visitor: Visitor, now: number): Effect[] {
  if (visitor.isAway) return [];
  visitor.isAway = true;
  visitor.hasMoved = false;
  visitor.motion = "idle";
  visitor.poseAt = now;
  return send(visibleIds(hall), { t: "left", id: visitor.id, reason: "away" });
}

/** Out of the corridor: they see who is here now, and are seen. */
export function comeBack(hall: Hall, visitor: Visitor, at: Stand, now: number): Effect[] {
  if (!visitor.isAway) return [];
  const before = { x: visitor.x, z: visitor.z, at: visitor.poseAt };
  const door = hall.place.doors[0]?.stepOut;
  const stand = mayResume(hall, at, before, now) ? at : (door ?? arrivalIn(hall));
  Object.assign(visitor, standOf(stand));
  visitor.isAway = false;
  visitor.poseAt = now;
  return [...welcome(hall, visitor, now), ...appear(hall, visitor)];
}

function whereToStand(hall: Hall, { account, at }: Arrival, now: number): Stand {
  if (at === undefined) return standOf(arrivalIn(hall));
  const before = hall.departures.get(account);
  const recent = before !== undefined && now - before.at < DEPARTURE_LIFE ? before : undefined;
  if (mayResume(hall, at, recent, now)) return standOf(at);
  return standOf(recent === undefined ? arrivalIn(hall) : { ...at, x: recent.x, z: recent.z });
}

function replace(hall: Hall, older: Visitor, now: number): Effect[] {
  return [...send([older.id], { t: "replaced" }), ...leave(hall, older.id, "left", now)];
}

function welcome(hall: Hall, visitor: Visitor, now: number): Effect[] {
  const ids = visitor.isAway ? [] : visibleIds(hall, visitor.id);
  const people = ids.flatMap((id) => {
    const other = hall.visitors.get(id);
    return other === undefined ? [] : [personOf(other)];
  });
  return send([visitor.id], {
    t: "welcome",
    you: visitor.id,
    at: standOf(visitor),
    people,
    now,
  });
}

function appear(hall: Hall, visitor: Visitor): Effect[] {
  if (visitor.isAway) return [];
  return send(visibleIds(hall, visitor.id), { t: "joined", person: personOf(visitor) });
}

function rememberDeparture(hall: Hall, { account, x, z }: Visitor, now: number): void {
  const { departures } = hall;
  departures.delete(account);
  departures.set(account, { x, z, at: now });
  if (departures.size > MAX_DEPARTURES)
    departures.delete(departures.keys().next().value ?? account);
}
