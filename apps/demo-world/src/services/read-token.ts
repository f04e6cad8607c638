import { readMetadata } from "@ryugu/sdk/asset";
import type { Json } from "@ryugu/sdk/primitives";
import { readUri } from "../sim/content-url.ts";
import { type Item, readItem, type TokenReference } from "../sim/item.ts";
import { askJson } from "./ask.ts";
import { askTokenUri } from "./token-uri.ts";

const MAX_METADATA = 256_000;

/**
 * Reads what the page shows of a token: its URI from its home chain, its metadata from the zone's store.
 *
 * @throws NodeUnavailableError, and what `readMetadata` throws for metadata that is none
 */
export async function readToken(
  token: TokenReference,
  rpcUrls: readonly string[],
  signal: AbortSignal,
): Promise<Item> {
  const uri = await askTokenUri(token, rpcUrls, signal);
  if (/^data:/i.test(uri)) return readItem(readMetadata(uri, { maxBytes: MAX_METADATA }).metadata);
  const source = readUri(uri);
  // Only the zone's own store is asked: a fetch elsewhere would tell a stranger who looks at what.
  if (source?.kind !== "ipfs") return readItem({ name: "" }, source);
  const answer = await askJson(source.path, { signal, maxBytes: MAX_METADATA });
  return readItem(readMetadata(answer as Json).metadata, source);
}
