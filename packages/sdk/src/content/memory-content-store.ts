import { computeContentId } from "./compute-content-id.ts";
import type { ContentId } from "./content-id.ts";
import {
  type ContentStore,
  checkSize,
  DEFAULT_MAX_BYTES,
  notFound,
  verifyContent,
} from "./content-store.ts";

/**
 * A {@link ContentStore} in memory, for pages, workers and tests.
 *
 * @param entries - where the bytes lie, if the caller wants to hold them itself
 */
export function memoryContentStore(entries = new Map<ContentId, Uint8Array>()): ContentStore {
  return {
    async put(bytes) {
      // Copied before the first await, so that the caller may go on using its array.
      const copy = bytes.slice();
      const id = await computeContentId(copy);
      entries.set(id, copy);
      return id;
    },
    async get(id, { maxBytes = DEFAULT_MAX_BYTES } = {}) {
      const bytes = entries.get(id);
      if (bytes === undefined) throw notFound(id);
      checkSize(id, bytes.length, maxBytes);
      const copy = bytes.slice();
      await verifyContent(id, copy);
      return copy;
    },
    async has(id) {
      return entries.has(id);
    },
  };
}
