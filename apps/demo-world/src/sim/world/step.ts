import { stepMe } from "../body/me.ts";
import { stepCamera } from "../camera/camera.ts";
import { stepOther } from "../people/other.ts";
import { isInside } from "../place/place.ts";
import { placeOf, spotNear } from "../place/places.ts";
import { closedDoors, type World } from "./world.ts";

/** A longer frame is walked in steps of this, so that nobody walks through anything, in seconds. */
const LONGEST_STEP = 0.1;
/** A slow machine's people walk as fast as others; a tab that slept makes nobody jump. In seconds. */
const LONGEST_FRAME = 1;
/** How long an emote is shown, in seconds. */
const EMOTE_SECONDS = 2.4;

/** Moves everything on by some seconds: the frame loop's whole list of systems, in order. */
export function stepWorld(world: World, seconds: number): void {
  world.time += Math.max(seconds, 0);
  const place = placeOf(world.place);
  const closed = closedDoors(world);
  const steps = Math.max(1, Math.ceil(Math.min(seconds, LONGEST_FRAME) / LONGEST_STEP));
  const step = Math.min(Math.max(seconds, 0), LONGEST_FRAME) / steps;
  for (let i = 0; i < steps; i++) {
    stepMe(world.me, world.input, world.camera.yaw, place, closed, step);
    stepCamera(world.camera, place, world.me, step);
  }
  for (const other of world.others.values()) {
    stepOther(other, world.time);
    endEmote(other, world.time);
  }
  endEmote(world.me, world.time);
  if (world.me.said !== undefined && world.me.said.until < world.time) world.me.said = undefined;
  noticeSpot(world);
  noticeDoor(world);
}

function endEmote(body: World["me"] | { emote: World["me"]["emote"] }, time: number): void {
  if (body.emote !== undefined && time - body.emote.since > EMOTE_SECONDS) body.emote = undefined;
}

function noticeSpot(world: World): void {
  const spot = spotNear(placeOf(world.place), world.me.x, world.me.z);
  if (spot?.id === world.near?.id && spot?.kind === world.near?.kind) return;
  world.near = spot;
  world.events.push({ kind: "near", spot });
}

/** Says once that somebody stands in an open door; the door then closes until it is opened again. */
function noticeDoor(world: World): void {
  const { x, z } = world.me;
  for (const { leadsTo, threshold } of placeOf(world.place).doors) {
    if (!world.open.has(leadsTo) || !isInside(threshold, x, z)) continue;
    world.open.delete(leadsTo);
    world.events.push({ kind: "through-door", from: world.place, to: leadsTo });
    return;
  }
}
