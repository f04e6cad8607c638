import { RyuguError } from "../errors/index.ts";

/** A text is not a content id (CID), or is one whose digest has the wrong length. */
export class InvalidContentIdError extends RyuguError {
  readonly code = "invalid-content-id";
}

/** A text is not an `ipfs://` URI, or its path is not a plain one. */
export class InvalidIpfsUriError extends RyuguError {
  readonly code = "invalid-ipfs-uri";
}

/** The store does not hold this content. */
export class ContentNotFoundError extends RyuguError {
  readonly code = "content-not-found";
}

/** The bytes that a store holds or returned are not the ones the content id names. */
export class ContentMismatchError extends RyuguError {
  readonly code = "content-mismatch";
}

/** The content is larger than the caller was willing to read. */
export class ContentTooLargeError extends RyuguError {
  readonly code = "content-too-large";
}

/** The content id names something that cannot be read as one file: a folder, a foreign codec. */
export class UnsupportedContentError extends RyuguError {
  readonly code = "unsupported-content";
}

/** The store could not be reached, did not answer in time, or its disk refused. */
export class ContentUnavailableError extends RyuguError {
  readonly code = "content-unavailable";
  override readonly retryable = true;
}
