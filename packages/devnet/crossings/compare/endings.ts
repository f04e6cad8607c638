import type { LogDescription } from "ethers";
import type { Happening } from "../replay/happening.ts";

/** How often each message was met and how often it ended, from the chains' events alone. */
export interface EndingsReport {
  /** Messages that ended, Collection messages included. */
  ended: number;
  /** How many of them were parked on the way, and how many were claimed out of order. */
  parked: number;
  claimed: number;
  /** A sentence for each message that ended twice, or has not ended. */
  wrong: string[];
}

/** Law 2 from the chains' own words: every message that was sent ended, once. */
export function endingsOf(happenings: readonly Happening[]): EndingsReport {
  const sent = new Map<string, string>();
  const endings = new Map<string, string[]>();
  const end = (id: string, how: string) => endings.set(id, [...(endings.get(id) ?? []), how]);
  const events = happenings.flatMap((happening) =>
    happening.events.map(({ event }) => ({ event, happening })),
  );
  for (const { event } of events) {
    const { laneId, sequence, messageId } = event.args;
    if (event.name === "MessageSent") sent.set(`${laneId} ${sequence}`, messageId);
  }
  const claimed = new Set(
    events.flatMap(({ event }) => (event.name === "MessageClaimed" ? [event.args.messageId] : [])),
  );
  for (const { event, happening } of events) {
    for (const id of carriedOut(event, happening, sent, claimed)) end(id, event.name);
  }
  const wrong = [...sent.values()]
    .map((id) => `${id} ended as: ${endings.get(id)?.join(", ") ?? "not at all"}`)
    .filter((_, i) => endings.get([...sent.values()][i] ?? "")?.length !== 1);
  const parked = events.filter(({ event }) => event.name === "MessageParked").length;
  return { ended: endings.size, parked, claimed: claimed.size, wrong };
}

/** The messages that an event ends. What was parked or returned in the same transaction is told by another event. */
function carriedOut(
  { name, args }: LogDescription,
  { events }: Happening,
  sent: ReadonlyMap<string, string>,
  claimed: ReadonlySet<string>,
): string[] {
  const otherwise = new Set(
    events
      .filter(({ event }) => event.name === "MessageParked" || event.name === "MessageReturned")
      .map(({ event }) => event.args.messageId),
  );
  switch (name) {
    case "MessagesDelivered": {
      const count = Number(args.last - args.first) + 1;
      const ids = Array.from(
        { length: count },
        (_, i) => sent.get(`${args.laneId} ${args.first + BigInt(i)}`) ?? "",
      );
      return ids.filter((id) => !otherwise.has(id) && !claimed.has(id));
    }
    case "MessageClaimed":
      return otherwise.has(args.messageId) ? [] : [args.messageId];
    case "MessageRetried":
    case "MessageRedirected":
    case "MessageReturned":
      return [args.messageId];
    default:
      return [];
  }
}
