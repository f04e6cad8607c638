import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { RyuguError } from "@ryugu/sdk/errors";
import { readBoundedText } from "@ryugu/sdk/primitives";
import { ManifestUnavailableError, readZone, type ZoneTrust } from "@ryugu/sdk/zone";
import type { ManifestSource } from "../ports/zone-view.ts";

/** No manifest is larger, in bytes. */
const MAX_BYTES = 1_000_000;

/** The text of a manifest; undefined when its server says that it has not changed. */
type ReadText = () => Promise<string | undefined>;

/**
 * Reads the manifest from a file or an http or https URL, again and again. A server is asked only whether it
 * has changed; an unchanged text is not verified twice.
 *
 * @param timeout - how long one reading may take, in milliseconds
 */
export function manifestSource(source: string, trust: ZoneTrust, timeout: number): ManifestSource {
  const readText = /^https?:\/\//.test(source) ? fromUrl(source, timeout) : fromFile(source);
  let known = "";
  return {
    async read() {
      const text = await readText();
      if (text === undefined) return undefined;
      const digest = createHash("sha256").update(text).digest("hex");
      if (digest === known) return undefined;
      // What cannot be believed is said once, not again with every look.
      known = digest;
      return readZone(text, trust);
    },
  };
}

function fromUrl(url: string, timeout: number): ReadText {
  let validator: Record<string, string> = {};
  return async () => {
    try {
      const signal = AbortSignal.timeout(timeout);
      const response = await fetch(url, { headers: validator, signal });
      if (response.status === 304) return undefined;
      if (!response.ok) throw unavailable(url, `The server answered ${response.status}.`);
      const text = await readBoundedText(response, MAX_BYTES);
      validator = validatorOf(response.headers);
      return text;
    } catch (cause) {
      if (cause instanceof RyuguError) throw cause;
      throw unavailable(url, "The server did not answer.", cause);
    }
  };
}

function validatorOf(headers: Headers): Record<string, string> {
  const tag = headers.get("etag");
  if (tag !== null) return { "if-none-match": tag };
  const modified = headers.get("last-modified");
  return modified === null ? {} : { "if-modified-since": modified };
}

function fromFile(path: string): ReadText {
  return async () => {
    try {
      const file = await open(path);
      try {
        const { size } = await file.stat();
        if (size > MAX_BYTES) throw unavailable(path, `It is longer than ${MAX_BYTES} bytes.`);
        return await file.readFile("utf8");
      } finally {
        await file.close();
      }
    } catch (cause) {
      if (cause instanceof RyuguError) throw cause;
      throw unavailable(path, "The file cannot be read.", cause);
    }
  };
}

function unavailable(source: string, why: string, cause?: unknown): ManifestUnavailableError {
  return new ManifestUnavailableError("The zone manifest cannot be read.", {
    cause,
    details: [`Source: ${source}`, why],
  });
}
