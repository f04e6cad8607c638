import { findCause, RyuguError } from "@ryugu/sdk/errors";
import { parseJson, readBoundedText } from "@ryugu/sdk/primitives";
import { NodeUnavailableError } from "./errors.ts";

/** Limits of one question. */
export interface AskOptions {
  signal: AbortSignal;
  /** Milliseconds until the answer must be complete. */
  timeout?: number;
  /** The most bytes that are read. */
  maxBytes?: number;
  /** Sent as JSON, by POST. */
  body?: unknown;
}

const TIMEOUT = 4_000;
const MAX_BYTES = 2_000_000;

/**
 * Asks for JSON: bounded in time and size, whoever answers.
 *
 * @throws NodeUnavailableError
 */
export async function askJson(url: string, options: AskOptions): Promise<unknown> {
  const { signal, timeout = TIMEOUT, maxBytes = MAX_BYTES, body } = options;
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
      credentials: "omit",
      ...(body === undefined
        ? {}
        : {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          }),
    });
    if (!response.ok) throw new NodeUnavailableError(`It answered ${response.status}.`);
    return parseJson(await readBoundedText(response, maxBytes), maxBytes);
  } catch (cause) {
    throw asUnavailable(cause);
  }
}

/** Any failure of a question as the one error that the page knows. */
export function asUnavailable(cause: unknown): NodeUnavailableError {
  if (cause instanceof NodeUnavailableError) return cause;
  const known = findCause(cause, RyuguError);
  if (known !== undefined) return new NodeUnavailableError(known.shortMessage, { cause });
  const slow = cause instanceof DOMException && cause.name === "TimeoutError";
  return new NodeUnavailableError(slow ? "It did not answer in time." : "It cannot be reached.", {
    cause,
  });
}
