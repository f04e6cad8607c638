/** Content ids computed locally, and stores whose every answer is verified against them. */
export { computeContentId } from "./compute-content-id.ts";
export { type ContentId, parseContentId } from "./content-id.ts";
export {
  type ContentStore,
  DEFAULT_MAX_BYTES,
  type GetContentOptions,
} from "./content-store.ts";
export {
  ContentMismatchError,
  ContentNotFoundError,
  ContentTooLargeError,
  ContentUnavailableError,
  InvalidContentIdError,
  InvalidIpfsUriError,
  UnsupportedContentError,
} from "./errors.ts";
export { type IpfsReference, ipfsUri, parseIpfsUri } from "./ipfs-uri.ts";
export { memoryContentStore } from "./memory-content-store.ts";
