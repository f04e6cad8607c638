import { type Answer, IMMUTABLE } from "./answer.ts";
import { RequestRefusedError } from "./errors.ts";
import { SVG_TYPE, sniffMediaType } from "./media-type.ts";
import { CONTENT_POLICY } from "./security-headers.ts";

/** Where content comes from: bytes that were verified against the content id they are named by. */
export interface ContentReader {
  /** The file at a content id, or at a path below it; undefined where the store does not have it. */
  read(contentId: string, path: readonly string[]): Promise<Uint8Array | undefined>;
}

const BAD_REQUEST = 400;
const NOT_FOUND = 404;
const MAX_SEGMENTS = 16;
const MAX_SEGMENT = 255;

/** A content id as text: base58 (version 0) or base32 and base36 (version 1). */
const CONTENT_ID = /^[A-Za-z0-9]{32,128}$/;

/** Answers `/ipfs/<content id>[/path]`. Throws RequestRefusedError. */
export async function answerContent(reader: ContentReader, path: string): Promise<Answer> {
  const [contentId, ...rest] = readSegments(path);
  if (contentId === undefined || !CONTENT_ID.test(contentId)) {
    throw new RequestRefusedError(BAD_REQUEST, "This is not a content id.");
  }
  const bytes = await reader.read(contentId, rest);
  if (bytes === undefined) {
    throw new RequestRefusedError(NOT_FOUND, "The zone's store does not have this content.");
  }
  const type = sniffMediaType(bytes);
  return {
    status: 200,
    headers: {
      "content-type": type,
      "cache-control": IMMUTABLE,
      "content-security-policy": CONTENT_POLICY,
      // Named by what it is, and public: any world may show it.
      "cross-origin-resource-policy": "cross-origin",
      "content-disposition":
        type.startsWith("image/") && type !== SVG_TYPE ? "inline" : "attachment",
    },
    body: bytes,
  };
}

/** A path's segments, each decoded once; a segment that could climb or hide is refused. */
function readSegments(path: string): string[] {
  const segments = path
    .replace(/^\/ipfs\//, "")
    .replace(/\/$/, "")
    .split("/");
  if (segments.length > MAX_SEGMENTS) {
    throw new RequestRefusedError(BAD_REQUEST, "The path is too deep.");
  }
  return segments.map((segment) => {
    const name = decode(segment);
    const unsafe = name === "" || name === "." || name === ".." || /[/\\\p{Cc}]/u.test(name);
    if (unsafe || name.length > MAX_SEGMENT) {
      throw new RequestRefusedError(BAD_REQUEST, "The path holds a segment that is not a name.");
    }
    return name;
  });
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new RequestRefusedError(BAD_REQUEST, "The path is not percent-encoded UTF-8.", cause);
  }
}
