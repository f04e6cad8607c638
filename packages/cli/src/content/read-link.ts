import { parseIpfsUri } from "@ryugu/sdk/content";
import type { Cli } from "../cli.ts";
import { LinkUnreadableError } from "../errors.ts";
import { isWebAddress, readSource } from "../input/read-source.ts";
import type { OpenStore } from "./open-store.ts";

/**
 * Reads what a token's URI names: `data:` as it stands, `ipfs://` from the content store and verified,
 * `https://` from its server.
 *
 * @returns text or bytes for the metadata reader, which decodes `data:` links itself
 * @throws LinkUnreadableError, and what the store and the web throw
 */
export async function readLink(
  cli: Cli,
  uri: string,
  maxBytes: number,
  opened?: OpenStore,
): Promise<string | Uint8Array> {
  if (/^data:/i.test(uri)) return uri;
  if (isWebAddress(uri)) return readSource(cli, uri, maxBytes);
  if (!/^ipfs:\/\//i.test(uri)) {
    throw new LinkUnreadableError("Links of this kind are not followed.", {
      details: [`Link: ${uri}`, "Read are data:, ipfs:// and https://."],
    });
  }
  const { id, path } = parseIpfsUri(uri);
  if (path !== "") {
    throw new LinkUnreadableError("Files inside an IPFS folder are not read yet.", {
      details: [`Link: ${uri}`],
    });
  }
  if (opened === undefined) {
    throw new LinkUnreadableError("No content store was named where this could lie.", {
      details: [`Link: ${uri}`, "Name one: --store <folder> or --ipfs-rpc <url>."],
    });
  }
  return opened.store.get(id, { maxBytes });
}
