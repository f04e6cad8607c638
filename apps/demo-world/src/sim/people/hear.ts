import { MOTIONS, type PersonHere, type ServerMessage } from "../protocol/from-server.ts";
import { putMe, type World } from "../world/world.ts";
import { hearPose, otherFrom } from "./other.ts";

/** How long what somebody said hangs over their head: a moment, and longer for more words. In seconds. */
export const saidSeconds = (text: string): number => 4 + Math.min(6, text.length * 0.06);

/** A difference that late messages explain, in metres: nobody is pulled back for less. */
const TOLERATED = 1;

/**
 * Changes the world as its server says. Words for what happened are somebody else's.
 *
 * @param me - one's own number in this visit; undefined before the welcome
 */
export function hearServer(world: World, message: ServerMessage, me: number | undefined) {
  switch (message.t) {
    case "welcome":
      return welcome(world, message.you, message.people, message.at);
    case "joined":
      if (message.person.id !== me) addOther(world, message.person);
      return;
    case "left":
      world.others.delete(message.id);
      return;
    case "moved":
      return moveOthers(world, message.poses);
    case "placed":
      return putMe(world, message.at);
    case "said":
      return say(world, message.id, message.text, me);
    default:
      return change(world, message, me);
  }
}

function welcome(
  world: World,
  you: number,
  people: readonly PersonHere[],
  at: { x: number; z: number; heading: number },
): void {
  world.others.clear();
  for (const person of people) if (person.id !== you) addOther(world, person);
  if (Math.hypot(at.x - world.me.x, at.z - world.me.z) > TOLERATED) putMe(world, at);
}

function addOther(world: World, person: PersonHere): void {
  world.others.set(person.id, otherFrom(person, world.time));
}

function moveOthers(
  world: World,
  poses: readonly (readonly [number, number, number, number, number])[],
): void {
  for (const [id, x, z, heading, motion] of poses) {
    const other = world.others.get(id);
    if (other === undefined) continue;
    hearPose(other, world.time, { x, z, heading, motion: MOTIONS[motion] ?? "idle" });
  }
}

function say(world: World, id: number | undefined, text: string, me: number | undefined): void {
  const body = id === undefined ? undefined : id === me ? world.me : world.others.get(id);
  if (body !== undefined) body.said = { text, until: world.time + saidSeconds(text) };
}

function change(world: World, message: ServerMessage, me: number | undefined): void {
  if (!("id" in message) || message.id === undefined) return;
  const body = message.id === me ? world.me : world.others.get(message.id);
  if (body === undefined) return;
  if (message.t === "emoted") body.emote = { kind: message.emote, since: world.time };
  if (message.t === "held") body.held = message.token;
  if (message.t === "dressed") body.avatar = message.avatar;
  if (message.t === "renamed") body.name = message.name;
}
