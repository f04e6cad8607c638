import { type Input, type Me, meAt, still } from "../body/me.ts";
import { type Camera, cameraBehind } from "../camera/camera.ts";
import type { Other } from "../people/other.ts";
import type { Box, PlaceSlug, Spot, Stand } from "../place/place.ts";
import { placeOf } from "../place/places.ts";
import type { AvatarRef } from "../protocol/references.ts";

/** Something that happened in a step and that somebody outside has to act on. */
export type WorldEvent =
  /** One has walked through a door that was open. */
  | { kind: "through-door"; from: PlaceSlug; to: PlaceSlug }
  /** Another spot is near, or none. */
  | { kind: "near"; spot: Spot | undefined };

/** Everything that moves. One object, changed in place by the systems of `step.ts`; the view copies it each frame. */
export interface World {
  place: PlaceSlug;
  /** Seconds since the page began; never goes back. */
  time: number;
  me: Me;
  readonly input: Input;
  readonly camera: Camera;
  readonly others: Map<number, Other>;
  /** The doors one may go through now, by where they lead. */
  readonly open: Set<PlaceSlug>;
  near: Spot | undefined;
  /** What happened; who acts on it empties it. */
  readonly events: WorldEvent[];
}

/** A world with nobody else in it yet. */
export function createWorld(place: PlaceSlug, name: string, avatar: AvatarRef): World {
  const { arrival } = placeOf(place);
  return {
    place,
    time: 0,
    me: meAt(arrival, name, avatar),
    input: still(),
    camera: cameraBehind(arrival.heading),
    others: new Map(),
    open: new Set(),
    near: undefined,
    events: [],
  };
}

/** Moves oneself to another place, or elsewhere in the same one. Nobody else is there yet. */
export function enterPlace(world: World, place: PlaceSlug, at: Stand): void {
  world.place = place;
  world.others.clear();
  world.near = undefined;
  putMe(world, at);
}

/** Puts oneself somewhere, the camera behind. */
export function putMe({ me, camera, input }: World, at: Stand): void {
  me.x = at.x;
  me.z = at.z;
  me.heading = at.heading;
  me.motion = "idle";
  input.goal = undefined;
  camera.yaw = at.heading;
}

/** The leaves of the doors that are closed now: as solid as walls. */
export function closedDoors(world: World): Box[] {
  return placeOf(world.place)
    .doors.filter(({ leadsTo }) => !world.open.has(leadsTo))
    .map(({ leaf }) => leaf);
}
