import type { ServerResponse } from "node:http";
import type { Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { ApiContext } from "./context.ts";
import { streamPlaces } from "./limits/stream-places.ts";
import { eventText, type StreamPages, streamPages } from "./sse-pages.ts";

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

/**
 * Makes the stream. One pump serves all listeners; what they have in common is read once a round.
 * A listener that reads slowly is not written to until it has read: it costs one page of memory.
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

  const write = (listener: Listener, chunk: string | Buffer) => {
    if (!listener.response.write(chunk)) listener.fullSince ??= clock.now();
  };

  /** @returns whether there is more for this listener */
  const send = async (listener: Listener, pages: StreamPages): Promise<boolean> => {
    const { after, messageId, behind } = listener;
    const page =
      messageId !== undefined && behind
        ? await pages.ownAfter(after, messageId)
        : await pages.after(after, messageId);
    listener.after = Math.max(page.last, after);
    if (!page.full) listener.behind = false;
    if (page.text.length > 0) write(listener, page.text);
    return page.full;
  };

  const pump = async () => {
    if (pumping || !dirty || listeners.size === 0) return;
    pumping = true;
    dirty = false;
    const pages = streamPages(store);
    try {
      for (const listener of listeners) {
        if (listener.fullSince !== undefined) continue;
        dirty = (await send(listener, pages)) || dirty;
        // Others get their turn, however many listen.
        await new Promise((resolve) => setImmediate(resolve));
      }
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
      write(listener, first === undefined ? ": welcome\n\n" : eventText(first, after));
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
