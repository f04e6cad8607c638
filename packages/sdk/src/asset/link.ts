import { hasUnsafeCharacters } from "../primitives/index.ts";
import { parseDataUri } from "./data-uri.ts";
import type { AssetFindingCode } from "./finding-codes.ts";
import { fromGateway, ipfsLink } from "./ipfs.ts";

/** The longest link kept, in UTF-16 units; `data:` links may be longer. */
export const MAX_LINK_LENGTH = 2_048;
/** The longest `data:` link kept, in UTF-16 units. */
export const MAX_DATA_LINK_LENGTH = 700_000;

const DATA_MEDIA_TYPE = /^(?:(?:image|model|audio|video)\/[a-z0-9.+-]+|application\/json)$/;

/** A link as it is kept, or why it is not. */
export type LinkReading =
  | { uri: string; notes: { code: AssetFindingCode; detail?: string }[] }
  | { refused: AssetFindingCode; detail: string };

/**
 * Reads a link as marketplaces write it: https, ipfs, ar and data links are kept; ipfs gateways,
 * doubled prefixes and bare content ids become `ipfs://` links.
 */
export function readLink(text: string): LinkReading {
  const data = parseDataUri(text);
  const limit = data === undefined ? MAX_LINK_LENGTH : MAX_DATA_LINK_LENGTH;
  if (text.length > limit) return { refused: "metadata-link-too-long", detail: String(limit) };
  if (hasUnsafeCharacters(text) || (data === undefined && /[\t\r\n\\]/.test(text.trim()))) {
    return { refused: "metadata-link-unsafe", detail: text };
  }
  if (data !== undefined) {
    if (!DATA_MEDIA_TYPE.test(data.mediaType)) {
      return { refused: "metadata-link-media-type", detail: data.mediaType };
    }
    const isSvg = data.mediaType === "image/svg+xml";
    return { uri: text, notes: isSvg ? [{ code: "metadata-link-svg" }] : [] };
  }
  const tidy = text.trim().replaceAll(" ", "%20");
  const reading = readTidyLink(tidy);
  if ("uri" in reading && tidy !== text) {
    reading.notes.unshift({ code: "metadata-link-spaces", detail: reading.uri });
  }
  return reading;
}

function readTidyLink(text: string): LinkReading {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === "ipfs") return readIpfs(text);
  if (scheme === "https" || scheme === "http") return readWeb(text, scheme);
  if (scheme === "ar") {
    return /^ar:\/\/[A-Za-z0-9_-]{43}(?:[/?#]|$)/.test(text)
      ? { uri: text, notes: [] }
      : { refused: "metadata-link-invalid", detail: text };
  }
  if (scheme !== undefined) return { refused: "metadata-link-scheme", detail: text };
  const bare = ipfsLink(text.replace(/^\/?ipfs\//, ""));
  if (bare !== undefined) {
    return { uri: bare, notes: [{ code: "metadata-link-prefix", detail: bare }] };
  }
  return { refused: "metadata-link-invalid", detail: text };
}

function readIpfs(text: string): LinkReading {
  const uri = ipfsLink(text.replace(/^ipfs:\/*(?:ipfs\/+)*/i, ""));
  if (uri === undefined) return { refused: "metadata-link-content-id", detail: text };
  return { uri, notes: uri === text ? [] : [{ code: "metadata-link-prefix", detail: uri }] };
}

function readWeb(text: string, scheme: "http" | "https"): LinkReading {
  const url = /^https?:\/\/[^/]/i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return { refused: "metadata-link-invalid", detail: text };
  if (url.username !== "" || url.password !== "") {
    return { refused: "metadata-link-unsafe", detail: text };
  }
  const uri = fromGateway(url);
  if (uri !== undefined) return { uri, notes: [{ code: "metadata-link-gateway", detail: uri }] };
  if (scheme === "http") return { refused: "metadata-link-scheme", detail: text };
  return { uri: text, notes: [] };
}
