import { type Json, preview } from "../primitives/index.ts";
import { decodeDataUri, parseDataUri } from "./data-uri.ts";
import { MetadataNotJsonError, MetadataNotObjectError, MetadataTooLargeError } from "./errors.ts";
import type { AssetReport } from "./finding-codes.ts";

/** The largest metadata read by default: 1 MB. */
export const DEFAULT_MAX_METADATA_BYTES = 1_000_000;

const BOM = "\ufeff";

/**
 * Parses metadata from bytes, text, a `data:application/json` link, or JSON that was parsed before.
 *
 * @throws MetadataNotJsonError, MetadataTooLargeError, MetadataNotObjectError
 */
export function parseSource(
  input: string | Uint8Array | Json,
  maxBytes: number,
  report: AssetReport,
): { readonly [key: string]: unknown } {
  let json: unknown = input;
  if (typeof input === "string" || input instanceof Uint8Array) {
    if (input.length > maxBytes) {
      throw new MetadataTooLargeError("The metadata is larger than the limit.", {
        details: [`Size: ${input.length}`, `Limit: ${maxBytes} bytes`],
      });
    }
    json = parseText(typeof input === "string" ? input : decode(input), report);
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new MetadataNotObjectError("The metadata is not a JSON object.");
  }
  return json as { readonly [key: string]: unknown };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new MetadataNotJsonError("The metadata is not text in UTF-8.", { cause });
  }
}

function parseText(text: string, report: AssetReport): unknown {
  const data = parseDataUri(text.trimStart());
  const source = data === undefined ? text : (decodeDataUri(data) ?? "");
  const marked = source.startsWith(BOM) || source.endsWith(BOM);
  if (marked) report.add("metadata-bom", "");
  try {
    return JSON.parse(marked ? source.replaceAll(BOM, "") : source);
  } catch (cause) {
    const isLink = data === undefined && /^\s*(?:https?|ipfs|ar):/i.test(text);
    throw new MetadataNotJsonError(
      isLink
        ? "This is a link to metadata, not the metadata: fetch it and pass on what you get."
        : "The metadata is not JSON.",
      { cause, details: [`It begins: ${preview(source.slice(0, 60))}`] },
    );
  }
}
