import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { InputTooLargeError, InputUnavailableError, InputUnreadableError } from "../errors.ts";

/** How long a web server may take to answer, in milliseconds. */
const FETCH_TIMEOUT = 20_000;
const GONE = [404, 410];

/** Whether a source is an address on the web rather than a file. */
export function isWebAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * Reads a file, an http(s) address, or standard input (`-`), stopping as soon as it is over the limit.
 *
 * @param maxBytes - the most that is read
 * @throws InputUnreadableError, InputUnavailableError, InputTooLargeError
 */
export async function readSource(cli: Cli, source: string, maxBytes: number): Promise<Uint8Array> {
  if (source === "-") return collect(cli.stdin, source, maxBytes);
  if (isWebAddress(source)) return collect(await open(cli, source), source, maxBytes);
  const path = resolve(cli.cwd, source);
  try {
    return await collect(createReadStream(path), source, maxBytes);
  } catch (cause) {
    if (cause instanceof InputTooLargeError) throw cause;
    throw unreadable(source, path, cause);
  }
}

/** {@link readSource} as text; bytes that are no UTF-8 become replacement characters. */
export async function readTextSource(cli: Cli, source: string, maxBytes: number): Promise<string> {
  return new TextDecoder().decode(await readSource(cli, source, maxBytes));
}

/** An error for a file that cannot be read, in the words of the file system. */
export function unreadable(source: string, path: string, cause: unknown): InputUnreadableError {
  const reason = (cause as NodeJS.ErrnoException).code;
  const sentence =
    reason === "ENOENT"
      ? "There is no such file."
      : reason === "EISDIR"
        ? "This is a folder, not a file."
        : "The file cannot be read.";
  return new InputUnreadableError(sentence, {
    cause,
    details: [`File: ${path}`, ...(source === path ? [] : [`Given as: ${source}`])],
  });
}

async function open(cli: Cli, url: string): Promise<AsyncIterable<Uint8Array>> {
  const signal = AbortSignal.any([cli.signal, AbortSignal.timeout(FETCH_TIMEOUT)]);
  const response = await cli.fetch(url, { signal }).catch((cause: unknown) => {
    cli.signal.throwIfAborted();
    throw new InputUnavailableError("The address did not answer.", { cause, details: [url] });
  });
  if (response.ok) return response.body ?? emptyBody();
  const details = [`${url} answered ${response.status}.`];
  if (GONE.includes(response.status)) {
    throw new InputUnreadableError("There is nothing at this address.", { details });
  }
  throw new InputUnavailableError("The address cannot be read now.", { details });
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}

async function collect(
  chunks: AsyncIterable<Uint8Array>,
  source: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new InputTooLargeError(`The input is larger than ${maxBytes} bytes.`, {
        details: [`Input: ${source === "-" ? "standard input" : source}`],
      });
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
