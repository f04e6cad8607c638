import { poseToTell } from "../../sim/body/tell.ts";
import { openDoors } from "../../sim/crossing/doors.ts";
import { applyKeys } from "../../sim/input/keys.ts";
import { stepWorld } from "../../sim/world/step.ts";
import type { Visit } from "./visit.ts";
import { walkThrough } from "./walk.ts";

/** Moves everything on by a frame, acts on what happened, and tells the server where one is. */
export function stepVisit(visit: Visit, seconds: number): void {
  const { world, stores } = visit;
  if (stores.arrival.getState().stage !== "inside") return;
  applyKeys(visit.down, visit.stick, world.input, world.camera, seconds);
  if (world.input.forward !== 0 || world.input.right !== 0) visit.route = [];
  if (world.input.goal === undefined) world.input.goal = takeNext(visit);
  showDoors(visit);
  stepWorld(world, seconds);
  for (const event of world.events.splice(0)) {
    if (event.kind === "near") stores.place.setState({ near: event.spot });
    else walkThrough(visit, event.from, event.to);
  }
  if (world.place === "corridor") return;
  const pose = poseToTell(visit.told, world.me, performance.now());
  if (pose !== undefined) visit.link?.tell(pose);
}

function takeNext(visit: Visit): { x: number; z: number } | undefined {
  const next = visit.route.shift();
  return next === undefined ? undefined : { ...next };
}

function showDoors({ world, stores }: Visit): void {
  const { crossing, admission } = stores.crossing.getState();
  const { platform, platforms } = stores.place.getState();
  const isAdmitted = admission?.phase === "admitted" ? [admission.to] : [];
  const open = openDoors({
    place: world.place,
    from: platform,
    crossing,
    admitted: new Set(isAdmitted),
    hasOtherWorld: Object.keys(platforms).length > 1,
  });
  world.open.clear();
  for (const door of open) world.open.add(door);
}
