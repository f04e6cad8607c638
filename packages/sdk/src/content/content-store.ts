import { computeContentId } from "./compute-content-id.ts";
import type { ContentId } from "./content-id.ts";
import { ContentMismatchError, ContentNotFoundError, ContentTooLargeError } from "./errors.ts";

/** The most bytes that {@link ContentStore.get} reads unless told otherwise: 64 MiB. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** How {@link ContentStore.get} reads. */
export interface GetContentOptions {
  /** The most bytes the caller accepts. {@link DEFAULT_MAX_BYTES} if not given. */
  maxBytes?: number;
}

/**
 * Where content lies. Whatever the place, bytes that come out are the ones the content id names:
 * every implementation checks them on every read and trusts neither disk, node nor gateway.
 */
export interface ContentStore {
  /**
   * Keeps bytes and returns their content id, computed locally. Keeping the same bytes again
   * changes nothing.
   *
   * @throws ContentUnavailableError
   */
  put(bytes: Uint8Array): Promise<ContentId>;
  /**
   * Reads content and verifies it.
   *
   * @throws ContentNotFoundError
   * @throws ContentMismatchError when the store returns other bytes
   * @throws ContentTooLargeError when there are more than `maxBytes`
   * @throws UnsupportedContentError when the id names a folder or an unknown format
   * @throws ContentUnavailableError
   */
  get(id: ContentId, options?: GetContentOptions): Promise<Uint8Array>;
  /**
   * Whether the store holds this content. Says nothing about whether it is intact.
   *
   * @throws ContentUnavailableError
   */
  has(id: ContentId): Promise<boolean>;
}

/**
 * Checks bytes against the content id they were asked for.
 *
 * @throws ContentMismatchError
 */
export async function verifyContent(id: ContentId, bytes: Uint8Array): Promise<void> {
  const actual = await computeContentId(bytes);
  if (actual !== id) {
    throw new ContentMismatchError("The store holds other bytes than the content id names.", {
      details: [`Asked for: ${id}`, `Received: ${actual} (${bytes.length} bytes)`],
    });
  }
}

/** The error for content that a store does not hold. */
export function notFound(id: ContentId, cause?: unknown): ContentNotFoundError {
  return new ContentNotFoundError("The store does not hold this content.", {
    details: [`Content id: ${id}`],
    cause,
  });
}

/**
 * Checks a size before the bytes are read.
 *
 * @throws ContentTooLargeError
 */
export function checkSize(id: ContentId, size: number | bigint, maxBytes: number): void {
  if (size > maxBytes) {
    throw new ContentTooLargeError(`The content is larger than the limit of ${maxBytes} bytes.`, {
      details: [`Content id: ${id}`, `Size: ${size} bytes or more`],
    });
  }
}
