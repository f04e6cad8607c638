/** What the server says to one request, before it is written to a socket. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** Content that never changes under its address. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** Content that is asked for again each time. */
export const FRESH = "no-cache";

/** A JSON answer that is never cached without asking. */
export function jsonAnswer(status: number, value: unknown): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": FRESH },
    body: new TextEncoder().encode(`${JSON.stringify(value)}\n`),
  };
}
