import type { IncomingMessage } from "node:http";
import { type Json, parseJson } from "@ryugu/sdk/primitives";
import { BodyRefusedError, BodyTooLargeError } from "./errors.ts";

/** The most bytes of a JSON body, unless a route says otherwise. */
export const MAX_JSON_BODY = 32_768;

const BAD_REQUEST = 400;
const UNSUPPORTED = 415;

/**
 * Reads a request's body, holding at most `most` bytes of it.
 *
 * @throws BodyTooLargeError before anything is read where `content-length` says so, while reading otherwise
 * @throws BodyRefusedError when the sender breaks off
 */
export async function readBytes(request: IncomingMessage, most: number): Promise<Uint8Array> {
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge(most);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > most) throw tooLarge(most);
      parts.push(part);
    }
  } catch (cause) {
    if (cause instanceof BodyTooLargeError) throw cause;
    throw new BodyRefusedError(BAD_REQUEST, "The request's body broke off.", cause);
  }
  return Buffer.concat(parts, size);
}

/**
 * Reads a JSON body.
 *
 * @throws BodyRefusedError (415) for another media type, (400) for bytes that are no UTF-8
 * @throws BodyTooLargeError, InvalidJsonError
 */
export async function readJson(request: IncomingMessage, most = MAX_JSON_BODY): Promise<Json> {
  const type = request.headers["content-type"] ?? "";
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    throw new BodyRefusedError(UNSUPPORTED, "The body has to be application/json.");
  }
  const bytes = await readBytes(request, most);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BodyRefusedError(BAD_REQUEST, "The body is not UTF-8.", cause);
  }
  return parseJson(text, most);
}

const tooLarge = (most: number) =>
  new BodyTooLargeError(`The request's body is larger than ${most} bytes.`);
