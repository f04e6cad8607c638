import type { AvatarRef, TokenRef } from "../../src/sim/protocol/references.ts";
import { cleanName } from "../../src/sim/text/said.ts";
import { type Effect, type Hall, refuse, send, type Visitor, witnesses } from "./hall.ts";

/** Somebody has something in hand, which the chain says is theirs; or nothing any more. */
export function hold(hall: Hall, visitor: Visitor, token: TokenRef | null): Effect[] {
  visitor.held = token;
  return send(witnesses(hall, visitor), { t: "held", id: visitor.id, token });
}

/** Somebody looks different. */
export function dress(hall: Hall, visitor: Visitor, avatar: AvatarRef): Effect[] {
  visitor.avatar = avatar;
  return send(witnesses(hall, visitor), { t: "dressed", id: visitor.id, avatar });
}

/** Somebody goes by another name. */
export function rename(hall: Hall, visitor: Visitor, text: string): Effect[] {
  const name = cleanName(text);
  if (name === "") return refuse(visitor.id, "name-empty");
  visitor.name = name;
  return send(witnesses(hall, visitor), { t: "renamed", id: visitor.id, name });
}
