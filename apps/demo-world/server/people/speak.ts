import type { Emote } from "../../src/sim/protocol/references.ts";
import { cleanSaid, MAX_SAID } from "../../src/sim/text/said.ts";
import type { TalkEntry } from "./booth-talk.ts";
import {
  type Effect,
  type Hall,
  refuse,
  send,
  type Visitor,
  visibleIds,
  witnesses,
} from "./hall.ts";
import { isNear } from "./standing.ts";

/** Who stands this near to a booth hears what is said there, in metres. */
const BOOTH_EARSHOT = 4;

/** Somebody says something: to everybody, or at a booth to who stands there and to its staff. */
export function say(
  hall: Hall,
  visitor: Visitor,
  { text, booth }: { readonly text: string; readonly booth?: string | undefined },
  now: number,
): Effect[] {
  if (text.length > MAX_SAID) return refuse(visitor.id, "said-too-long");
  const said = cleanSaid(text);
  if (said === "") return refuse(visitor.id, "said-empty");
  const { id, name } = visitor;
  const line = { t: "said", id, name, text: said, at: now } as const;
  if (booth === undefined) return send(witnesses(hall, visitor), line);
  if (!hall.booths.has(booth)) return refuse(id, "booth-unknown");
  visitor.askedAt.add(booth);
  return [
    ...send(listeners(hall, booth), { ...line, booth }),
    { kind: "tell", booth, entry: { name, text: said, at: now, staff: false } },
  ];
}

/** A booth's staff answer: to who stands there, and to who asked there and has walked on. */
export function staffSays(hall: Hall, booth: string, { name, text, at }: TalkEntry): Effect[] {
  return send(listeners(hall, booth), { t: "said", name, text, booth, at });
}

/** Somebody waves, bows or nods. */
export function emote(hall: Hall, visitor: Visitor, kind: Emote): Effect[] {
  return send(witnesses(hall, visitor), { t: "emoted", id: visitor.id, emote: kind });
}

function listeners(hall: Hall, booth: string): number[] {
  const spot = hall.booths.get(booth);
  const ids = new Set<number>();
  for (const { id, askedAt } of hall.visitors.values()) if (askedAt.has(booth)) ids.add(id);
  for (const id of spot === undefined ? [] : visibleIds(hall)) {
    const visitor = hall.visitors.get(id);
    if (visitor !== undefined && spot !== undefined && isNear(visitor, spot, BOOTH_EARSHOT)) {
      ids.add(id);
    }
  }
  return [...ids];
}
