import { CID } from "multiformats/cid";

/**
 * Reads `<cid>` or `<cid>/path` into an `ipfs://` link; a query or fragment is dropped.
 *
 * @returns undefined where the text does not begin with a content id (CID v0 or v1)
 */
export function ipfsLink(text: string): string | undefined {
  const [, cid = "", path = ""] = /^([^/?#]+)(\/[^?#]*)?/.exec(text) ?? [];
  return isContentId(cid) ? `ipfs://${cid}${path}` : undefined;
}

/** Whether a text is a content id (CID v0 or v1). */
export function isContentId(text: string): boolean {
  if (text.length < 46 || text.length > 128) return false;
  try {
    CID.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The `ipfs://` link behind a gateway's: `/ipfs/<cid>/…` on any host, or `<cid>.ipfs.<host>`. */
export function fromGateway(url: URL): string | undefined {
  const inPath = /^\/ipfs\/(.+)$/.exec(url.pathname)?.[1];
  if (inPath !== undefined) return ipfsLink(inPath);
  const inHost = /^([^.]+)\.ipfs\./.exec(url.hostname)?.[1];
  if (inHost === undefined) return undefined;
  return ipfsLink(url.pathname === "/" ? inHost : `${inHost}${url.pathname}`);
}
