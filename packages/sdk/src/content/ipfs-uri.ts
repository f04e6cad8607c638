import { preview } from "../primitives/index.ts";
import { type ContentId, parseContentId } from "./content-id.ts";
import { InvalidIpfsUriError } from "./errors.ts";

/** What an `ipfs://` URI names: a content id and, below it, a path (empty for the content itself). */
export interface IpfsReference {
  id: ContentId;
  /** Without the leading slash, exactly as it was written. */
  path: string;
}

const MAX_LENGTH = 2_048;

/** The characters of a URI's path segment, of which `%` must begin an escape (RFC 3986, 3.3). */
const SEGMENT = /^(?:[!$&-.0-;=@-Z_a-z~]|%[0-9A-Fa-f]{2})+$/;

/**
 * Writes an `ipfs://` URI.
 *
 * @param path - a path below the content id, percent-encoded where it needs to be
 * @throws InvalidIpfsUriError when the path is not plain
 */
export function ipfsUri(id: ContentId, path = ""): string {
  const uri = path === "" ? `ipfs://${id}` : `ipfs://${id}/${path}`;
  checkPath(path, uri);
  return uri;
}

/**
 * Reads an `ipfs://` URI. The older `ipfs://ipfs/<id>`, common in NFT metadata, is accepted too.
 *
 * @throws InvalidIpfsUriError
 * @throws InvalidContentIdError
 */
export function parseIpfsUri(uri: string): IpfsReference {
  if (typeof uri !== "string" || uri.length > MAX_LENGTH || !/^ipfs:\/\//i.test(uri)) {
    throw new InvalidIpfsUriError("Expected a URI that begins with ipfs://.", {
      details: [`Received: ${preview(uri)}`],
    });
  }
  const rest = uri.slice("ipfs://".length).replace(/^ipfs\//, "");
  const slash = rest.indexOf("/");
  const path = slash < 0 ? "" : rest.slice(slash + 1);
  checkPath(path, uri);
  return { id: parseContentId(slash < 0 ? rest : rest.slice(0, slash)), path };
}

function checkPath(path: string, uri: string): void {
  if (path === "") return;
  if (uri.length <= MAX_LENGTH && path.split("/").every(isPlainSegment)) return;
  throw new InvalidIpfsUriError("The path of an ipfs:// URI must be plain.", {
    details: [
      `Received: ${preview(uri, 160)}`,
      "No empty, . or .. segments, no query or fragment, other characters percent-encoded.",
    ],
  });
}

/** Not empty, and no `.`, `..`, slash, backslash or control character hides in an escape. */
function isPlainSegment(segment: string): boolean {
  if (!SEGMENT.test(segment)) return false;
  try {
    const name = decodeURIComponent(segment);
    return name !== "." && name !== ".." && !/[/\\\p{Cc}]/u.test(name);
  } catch {
    return false;
  }
}
