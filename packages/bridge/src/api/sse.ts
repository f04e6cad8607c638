import type { ServerResponse } from "node:http";
import type { Hex } from "@ryugu/sdk/primitives";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import type { ApiContext } from "./context.ts";
import { TooManyRequestsError } from "./errors.ts";

/** Streams changes of transfers to whoever listens: `text/event-stream`. */
export interface TransferStream {
  /** @throws TooManyRequestsError when no more listeners are taken */
  assertRoom(): void;
  /** Adds a listener; it is removed when its connection ends. */
  add(
    response: ServerResponse,
    options: { after: number; messageId?: Hex; first?: TransferStatus },
  ): void;
  /** How many listeners there are. */
  size(): number;
  close(): void;
}

const MAX_LISTENERS = 256;
/** A listener with more unread bytes than this is dropped. */
const MAX_UNREAD = 1_024 * 1_024;
const PAGE = 256;
const PUMP_INTERVAL = 100;
const HEARTBEAT = 15_000;

interface Listener {
  response: ServerResponse;
  after: number;
  messageId: Hex | undefined;
}

/** Makes the stream. One pump serves all listeners; a status is read once per round for all of them. */
export function createTransferStream({
  store,
  onError,
}: Pick<ApiContext, "store" | "onError">): TransferStream {
  const listeners = new Set<Listener>();
  let dirty = false;
  let pumping = false;

  const drop = (listener: Listener) => {
    listeners.delete(listener);
    listener.response.destroy();
  };

  const write = (listener: Listener, chunk: string) => {
    if (listener.response.writableLength > MAX_UNREAD) drop(listener);
    else listener.response.write(chunk);
  };

  const send = async (
    listener: Listener,
    statuses: Map<string, TransferStatus | undefined>,
  ): Promise<boolean> => {
    const events = await store.events(listener.after, PAGE, listener.messageId);
    const newest = new Map(events.map(({ id, messageId }) => [messageId, id]));
    for (const [messageId, id] of [...newest].sort((a, b) => a[1] - b[1])) {
      if (!statuses.has(messageId)) statuses.set(messageId, await store.transfer(messageId));
      const status = statuses.get(messageId);
      if (status !== undefined) write(listener, eventOf(status, id));
    }
    listener.after = events.at(-1)?.id ?? listener.after;
    return events.length === PAGE;
  };

  const pump = async () => {
    if (pumping || !dirty || listeners.size === 0) return;
    pumping = true;
    dirty = false;
    const statuses = new Map<string, TransferStatus | undefined>();
    try {
      for (const listener of listeners) dirty = (await send(listener, statuses)) || dirty;
    } catch (error) {
      onError(error, { method: "GET", url: "/v1/events" });
    } finally {
      pumping = false;
    }
  };

  const unwatch = store.watch(() => {
    dirty = true;
  });
  const pumpTimer = setInterval(() => void pump(), PUMP_INTERVAL);
  const heartbeat = setInterval(() => {
    for (const listener of listeners) write(listener, ": still here\n\n");
  }, HEARTBEAT);

  return {
    assertRoom() {
      if (listeners.size < MAX_LISTENERS) return;
      throw new TooManyRequestsError("Too many streams are open.", {
        details: [`The limit is ${MAX_LISTENERS}.`],
      });
    },
    add(response, { after, messageId, first }) {
      const listener = { response, after, messageId };
      listeners.add(listener);
      response.on("close", () => listeners.delete(listener));
      response.on("error", () => drop(listener));
      response.write(first === undefined ? ": welcome\n\n" : eventOf(first, after));
      dirty = true;
    },
    size: () => listeners.size,
    close() {
      clearInterval(pumpTimer);
      clearInterval(heartbeat);
      unwatch();
      for (const listener of listeners) drop(listener);
    },
  };
}

function eventOf(status: TransferStatus, id: number): string {
  return `id: ${id}\nevent: transfer\ndata: ${JSON.stringify(status)}\n\n`;
}
