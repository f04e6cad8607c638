import { findCause, RyuguError } from "@ryugu/sdk/errors";
import { parseJson, parseShape, readBoundedText, safeLine } from "@ryugu/sdk/primitives";
import type * as z from "zod/mini";
import { errorAnswer } from "../../sim/protocol/http.ts";
import { PlatformRefusedError, PlatformUnreachableError } from "../errors.ts";

/** One question to a world server. */
export interface Question {
  method?: "GET" | "POST" | "DELETE";
  /** From `POST /session`. */
  token?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, with its media type. */
  bytes?: Blob;
  mediaType?: string;
  /** Milliseconds until the answer must be complete. */
  timeout?: number;
  signal?: AbortSignal;
}

const TIMEOUT = 15_000;
const MAX_BYTES = 1_000_000;

/** A path below a platform's address. */
export const platformPath = (base: string, path: string) => `${base.replace(/\/+$/, "")}${path}`;

/**
 * Asks a platform's world server, bounded in time and size.
 *
 * @throws PlatformRefusedError with the server's own reason; PlatformUnreachableError
 */
export async function askPlatform<T>(
  base: string,
  path: string,
  schema: z.ZodMiniType<T>,
  question: Question = {},
): Promise<T> {
  const text = await askText(base, path, question);
  try {
    return parseShape(schema, parseJson(text, MAX_BYTES), "The world server's answer");
  } catch (cause) {
    throw new PlatformUnreachableError("The world server's answer makes no sense.", { cause });
  }
}

/** {@link askPlatform} for an answer whose text is read by somebody else, or that has none. */
export async function askText(base: string, path: string, question: Question): Promise<string> {
  const { signal, timeout = TIMEOUT } = question;
  const limit = AbortSignal.timeout(timeout);
  let response: Response;
  try {
    response = await fetch(platformPath(base, path), {
      ...request(question),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      credentials: "omit",
    });
    const text = await readBoundedText(response, MAX_BYTES);
    if (response.ok) return text;
    throw refusal(response.status, text);
  } catch (cause) {
    if (findCause(cause, PlatformRefusedError) !== undefined) throw cause;
    signal?.throwIfAborted();
    const sentence = findCause(cause, RyuguError)?.shortMessage;
    throw new PlatformUnreachableError(sentence ?? "The world server cannot be reached.", {
      cause,
    });
  }
}

function request({ method, token, body, bytes, mediaType }: Question): RequestInit {
  const headers: Record<string, string> = {};
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  if (mediaType !== undefined) headers["content-type"] = mediaType;
  const content = body === undefined ? bytes : JSON.stringify(body);
  return {
    method: method ?? (content === undefined ? "GET" : "POST"),
    headers,
    ...(content === undefined ? {} : { body: content }),
  };
}

function refusal(status: number, text: string): Error {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = undefined;
  }
  const read = errorAnswer.safeParse(answer);
  if (!read.success) {
    return new PlatformRefusedError(
      `http-${status}`,
      status,
      `The world server answered ${status}.`,
    );
  }
  const { code, message, reason } = read.data.error;
  const whole = reason === undefined ? code : `${code}/${reason}`;
  return new PlatformRefusedError(safeLine(whole, 80), status, safeLine(message, 300));
}
