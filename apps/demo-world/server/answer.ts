/** What the server says to one request, before it is written to a socket. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** An answer that goes on: Server-Sent Events, as long as both sides want. */
export interface StreamAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Begins to send; what it returns is called once, when the other side has gone or the server stops. */
  stream(send: (event: ServerEvent) => void): () => void;
}

/** One Server-Sent Event. */
export interface ServerEvent {
  /** The event's name: letters and hyphens. */
  name: string;
  /** Written as JSON. */
  data: unknown;
  /** Where a client that comes back goes on. */
  id?: string;
}

/** Content that never changes under its address. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** Content that is asked for again each time. */
export const FRESH = "no-cache";
/** What only the one who asked may keep, and not even they. */
const PRIVATE = "no-store";

/** A JSON answer that is never cached without asking. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": FRESH },
    body: new TextEncoder().encode(`${JSON.stringify(value)}\n`),
  };
}

/** A JSON answer for one person alone: nothing on the way may keep it. */
export function privateAnswer(status: number, value: unknown): Answer {
  const answer = jsonAnswer(status, value);
  return { ...answer, headers: { ...answer.headers, "cache-control": PRIVATE } };
}

/** Done, and nothing to say. */
export const emptyAnswer = (): Answer => ({
  status: 204,
  headers: { "cache-control": PRIVATE },
  body: new Uint8Array(),
});

/** Server-Sent Events. See {@link StreamAnswer.stream}. */
export function eventAnswer(stream: StreamAnswer["stream"]): StreamAnswer {
  return {
    status: 200,
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": PRIVATE },
    stream,
  };
}
