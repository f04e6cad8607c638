import {
  ContentNotFoundError,
  ContentTooLargeError,
  InvalidContentIdError,
  parseContentId,
  UnsupportedContentError,
} from "@ryugu/sdk/content";
import { fileContentStore } from "@ryugu/sdk/content/node";
import { findCause } from "@ryugu/sdk/errors";
import type { ContentReader } from "./content-route.ts";
import { RequestRefusedError } from "./errors.ts";

/** The most bytes that are served of one file: the zone's own pictures and models are far smaller. */
const MAX_BYTES = 32 * 1_024 * 1_024;

const BAD_REQUEST = 400;
const TOO_LARGE = 413;
const BAD_GATEWAY = 502;

/** Reads the zone's file content store; bytes are checked against their content id on every read. */
export function openContentReader(folder: string): ContentReader {
  const store = fileContentStore(folder);
  return {
    async read(contentId, path) {
      // The store keeps files, not folders: nothing lies below a content id.
      if (path.length > 0) return undefined;
      try {
        return await store.get(parseContentId(contentId), { maxBytes: MAX_BYTES });
      } catch (error) {
        if (findCause(error, ContentNotFoundError) !== undefined) return undefined;
        throw refused(error);
      }
    },
  };
}

function refused(error: unknown): RequestRefusedError {
  if (findCause(error, InvalidContentIdError) ?? findCause(error, UnsupportedContentError)) {
    return new RequestRefusedError(
      BAD_REQUEST,
      "This content id names nothing that is served.",
      error,
    );
  }
  if (findCause(error, ContentTooLargeError)) {
    return new RequestRefusedError(TOO_LARGE, "This content is too large to be served.", error);
  }
  return new RequestRefusedError(
    BAD_GATEWAY,
    "The stored content is damaged or cannot be read, so it is not served.",
    error,
  );
}
