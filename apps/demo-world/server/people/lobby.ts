import type { PlaceSlug } from "../../src/sim/place/place.ts";
import { placeOf } from "../../src/sim/place/places.ts";
import type { ServerMessage } from "../../src/sim/protocol/from-server.ts";
import type { TokenRef } from "../../src/sim/protocol/references.ts";
import type { Log } from "../log.ts";
import { hold } from "./appear.ts";
import type { BoothTalk } from "./booth-talk.ts";
import type { Arrival } from "./enter.ts";
import { join, leave } from "./enter.ts";
import { createHall, type Effect, type Hall, refuse, type Visitor } from "./hall.ts";
import { flushPoses } from "./move.ts";
import type { OwnershipReader } from "./ports.ts";
import { staffSays } from "./speak.ts";

/** One visitor's way out: what the hall has to say to them. */
export interface Line {
  send(text: string): void;
  /** Ends the connection after what was sent. */
  close(code: number): void;
}

/** The hall, and the lines to everybody in it: turns effects into messages. */
export interface Lobby {
  readonly hall: Hall;
  enter(arrival: Arrival, line: Line): Visitor | "name-empty" | "hall-full";
  leave(visitor: Visitor, reason: "left" | "lost"): void;
  /** Does what follows from something. */
  perform(effects: readonly Effect[]): void;
  /** Tells everybody who moved. */
  flush(): void;
  /** Asks the chain again whose everything is that somebody holds. */
  recheckHeld(): Promise<void>;
  /** Says to everybody that the server stops. */
  farewell(): void;
  close(): void;
}

/** The older tab of a person who came in anew. */
const CLOSE_REPLACED = 4_000;
const CLOSE_GOING_AWAY = 1_001;

/** What a lobby needs. */
export interface LobbyParts {
  readonly place: PlaceSlug;
  readonly limit: number;
  /** Where each organisation's booth is. */
  readonly booths: Hall["booths"];
  readonly talk: BoothTalk;
  readonly ownership: OwnershipReader;
  readonly now: () => number;
  readonly log: Log;
}

/** Opens a hall. */
export function openLobby(parts: LobbyParts): Lobby {
  const { now, log } = parts;
  const hall = createHall({
    place: placeOf(parts.place),
    limit: parts.limit,
    booths: parts.booths,
  });
  const lines = new Map<number, Line>();

  function deliver(to: readonly number[], message: ServerMessage): void {
    // Written once, however many hear it.
    const text = JSON.stringify(message);
    for (const id of to) lines.get(id)?.send(text);
  }
  function perform(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind === "send") deliver(effect.to, effect.message);
      else parts.talk.tell(effect.booth, effect.entry);
    }
  }
  const unsubscribe = parts.talk.subscribe((booth, entry) => {
    perform(staffSays(hall, booth, entry));
  });

  async function recheck(visitor: Visitor, token: TokenRef): Promise<void> {
    const isTheirs = await parts.ownership.owns(visitor.account, token).catch(() => true);
    if (isTheirs || visitor.held !== token || hall.visitors.get(visitor.id) !== visitor) return;
    perform([...hold(hall, visitor, null), ...refuse(visitor.id, "not-yours")]);
  }

  return {
    hall,
    perform,
    enter(arrival, line) {
      const entry = join(hall, arrival, now());
      if ("refused" in entry) return entry.refused;
      lines.set(entry.visitor.id, line);
      perform(entry.effects);
      if (entry.replaced !== undefined) {
        lines.get(entry.replaced)?.close(CLOSE_REPLACED);
        lines.delete(entry.replaced);
      }
      log("visitor-joined", { people: hall.visitors.size });
      return entry.visitor;
    },
    leave(visitor, reason) {
      if (hall.visitors.get(visitor.id) !== visitor) return;
      lines.delete(visitor.id);
      perform(leave(hall, visitor.id, reason, now()));
      log("visitor-left", { reason, people: hall.visitors.size });
    },
    flush: () => perform(flushPoses(hall, now())),
    async recheckHeld() {
      for (const visitor of [...hall.visitors.values()]) {
        if (visitor.held !== null) await recheck(visitor, visitor.held);
      }
    },
    farewell() {
      deliver([...lines.keys()], { t: "closing" });
      for (const line of lines.values()) line.close(CLOSE_GOING_AWAY);
    },
    close: unsubscribe,
  };
}
