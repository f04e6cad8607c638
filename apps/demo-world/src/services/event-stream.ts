import { type ServerEvent, startEventParser } from "../sim/event-parser.ts";
import { asUnavailable } from "./ask.ts";
import { NodeUnavailableError } from "./errors.ts";

const MAX_EVENT = 64_000;
/** A node sends a heartbeat well within this; silence beyond it is a dead connection. */
const SILENCE = 45_000;
const CONNECT_TIMEOUT = 5_000;

/**
 * Opens a node's event stream. It is read by `fetch`, not by `EventSource`, because only so a page sees
 * heartbeats, and can leave a node whose connection is open and dead.
 *
 * @returns the events from then on; the iteration ends by throwing NodeUnavailableError
 * @throws NodeUnavailableError when it cannot be opened
 */
export async function openEventStream(
  url: string,
  signal: AbortSignal,
  silence = SILENCE,
  headers: Readonly<Record<string, string>> = {},
): Promise<AsyncGenerator<ServerEvent[], never>> {
  const watchdog = new AbortController();
  let timer = setTimeout(() => watchdog.abort(), CONNECT_TIMEOUT);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, watchdog.signal]),
      headers: { accept: "text/event-stream", ...headers },
      credentials: "omit",
      cache: "no-store",
    });
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok || !type.startsWith("text/event-stream") || response.body === null) {
      throw new NodeUnavailableError(`It answered ${response.status} instead of an event stream.`);
    }
    clearTimeout(timer);
    return readEvents(response.body, () => {
      clearTimeout(timer);
      timer = setTimeout(() => watchdog.abort(), silence);
      return () => clearTimeout(timer);
    });
  } catch (cause) {
    clearTimeout(timer);
    throw asUnavailable(cause);
  }
}

/** Reads to the end; `feedWatchdog` is called before each wait and returns how to call the dog off. */
async function* readEvents(
  body: ReadableStream<Uint8Array>,
  feedWatchdog: () => () => void,
): AsyncGenerator<ServerEvent[], never> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = startEventParser(MAX_EVENT);
  let callOff = feedWatchdog();
  try {
    for (;;) {
      callOff = feedWatchdog();
      const { done, value } = await reader.read();
      if (done) throw new NodeUnavailableError("It closed the event stream.");
      const events = parser.push(decoder.decode(value, { stream: true }));
      if (events.length > 0) yield events;
    }
  } catch (cause) {
    throw asUnavailable(cause);
  } finally {
    callOff();
    await reader.cancel().catch(() => undefined);
  }
}
