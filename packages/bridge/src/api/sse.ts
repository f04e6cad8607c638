import type { ServerResponse } from "node:http";
import type { Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { TransferEvent } from "../ports/store.ts";
import type { ApiContext } from "./context.ts";
import { streamPlaces } from "./limits/stream-places.ts";

/** Streams changes of transfers to whoever listens: `text/event-stream`. */
export interface TransferStream {
  /** @throws TooManyRequestsError when no more listeners are taken, of this address or at all */
  assertRoom(address: string): void;
  /** Adds a listener; it is removed when its connection ends. */
  add(
    response: ServerResponse,
    options: { address: string; after: number; messageId?: Hex; first?: TransferStatus },
  ): void;
  /** How many listeners there are. */
  size(): number;
  close(): void;
}

/** A listener that has read nothing for this long is dropped, in milliseconds. */
const PATIENCE = 60_000;
const PAGE = 256;
const PUMP_INTERVAL = 100;
const HEARTBEAT = 15_000;

interface Listener {
  response: ServerResponse;
  after: number;
  messageId: Hex | undefined;
  /** Whether events of one message are still asked for by themselves, because this listener is far behind. */
  behind: boolean;
  /** Since when it has not taken what was written; undefined while it does. */
  fullSince: number | undefined;
}

/** What one round of the pump has read already. Most listeners wait for the same. */
interface Round {
  pages: Map<number, TransferEvent[]>;
  statuses: Map<string, TransferStatus | undefined>;
}

/**
 * Makes the stream. One pump serves all listeners; what they have in common is read once a round.
 * A listener that reads slowly is not written to until it has read: it costs one event of memory.
 */
export function createTransferStream({
  store,
  clock,
  limits,
  onError,
}: Pick<ApiContext, "store" | "clock" | "limits" | "onError">): TransferStream {
  const listeners = new Set<Listener>();
  const places = streamPlaces(limits);
  let dirty = false;
  let pumping = false;

  /** @returns whether more may be written now */
  const write = (listener: Listener, chunk: string): boolean => {
    const ready = listener.response.write(chunk);
    if (!ready) listener.fullSince ??= clock.now();
    return ready;
  };

  const pageFor = async (listener: Listener, { pages }: Round): Promise<TransferEvent[]> => {
    const { after, messageId, behind } = listener;
    if (messageId !== undefined && behind) {
      const newest = await store.lastEvent();
      const own = await store.events(after, PAGE, messageId);
      // Everything up to the newest event was looked through for this message.
      if (own.length < PAGE) Object.assign(listener, { behind: false, after: newest });
      return own;
    }
    const page = pages.get(after) ?? (await store.events(after, PAGE));
    pages.set(after, page);
    return page;
  };

  /** @returns whether there is more for this listener */
  const send = async (listener: Listener, round: Round): Promise<boolean> => {
    const { messageId } = listener;
    const page = await pageFor(listener, round);
    const ids = new Map(page.map((event) => [event.messageId, event.id]));
    for (const [id, eventId] of [...ids].sort((a, b) => a[1] - b[1])) {
      if (messageId !== undefined && id !== messageId) continue;
      if (!round.statuses.has(id)) round.statuses.set(id, await store.transfer(id));
      const status = round.statuses.get(id);
      if (status !== undefined && !write(listener, eventOf(status, eventId))) {
        // The rest of the page comes again when this was read.
        listener.after = eventId;
        return false;
      }
    }
    listener.after = Math.max(page.at(-1)?.id ?? 0, listener.after);
    return page.length === PAGE;
  };

  const pump = async () => {
    if (pumping || !dirty || listeners.size === 0) return;
    pumping = true;
    dirty = false;
    const round: Round = { pages: new Map(), statuses: new Map() };
    try {
      for (const listener of listeners)
        if (listener.fullSince === undefined) dirty = (await send(listener, round)) || dirty;
    } catch (error) {
      onError(error, { method: "GET", url: "/v1/events" });
    } finally {
      pumping = false;
    }
  };

  const beat = () => {
    for (const listener of listeners) {
      if (listener.fullSince === undefined) write(listener, ": still here\n\n");
      else if (clock.now() - listener.fullSince > PATIENCE) listener.response.destroy();
    }
  };

  const unwatch = store.watch(() => {
    dirty = true;
  });
  const pumpTimer = setInterval(() => void pump(), PUMP_INTERVAL);
  const heartbeat = setInterval(beat, HEARTBEAT);

  return {
    assertRoom: places.assertRoom,
    add(response, { address, after, messageId, first }) {
      const behind = messageId !== undefined;
      const listener: Listener = { response, after, messageId, behind, fullSince: undefined };
      listeners.add(listener);
      const leave = places.take(address);
      response.on("close", () => {
        listeners.delete(listener);
        leave();
      });
      response.on("error", () => response.destroy());
      response.on("drain", () => {
        listener.fullSince = undefined;
        dirty = true;
      });
      write(listener, first === undefined ? ": welcome\n\n" : eventOf(first, after));
      dirty = true;
    },
    size: () => listeners.size,
    close() {
      clearInterval(pumpTimer);
      clearInterval(heartbeat);
      unwatch();
      for (const { response } of listeners) response.destroy();
    },
  };
}

function eventOf(status: TransferStatus, id: number): string {
  return `id: ${id}\nevent: transfer\ndata: ${JSON.stringify(status)}\n\n`;
}
