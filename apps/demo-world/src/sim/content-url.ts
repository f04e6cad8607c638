/** A stranger's URI, as far as a page may use it. */
export type SafeUri = { kind: "ipfs"; path: string; uri: string } | { kind: "https"; uri: string };

const MAX_URI = 2_048;
const CONTENT_PATH = /^[A-Za-z0-9]{32,128}(?:\/[^?#\\]*)?$/;

/**
 * Reads a URI that came from a chain or from metadata. Only `https:` and `ipfs:` are used; everything else,
 * from `javascript:` to `file:`, is no link.
 */
export function readUri(text: string): SafeUri | undefined {
  const uri = text.trim();
  if (uri.length > MAX_URI || /[\s\p{Cc}\p{Cf}]/u.test(uri)) return undefined;
  if (/^ipfs:\/\//i.test(uri)) {
    const place = uri.slice("ipfs://".length).replace(/^ipfs\//, "");
    if (!CONTENT_PATH.test(place) || /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(place))
      return undefined;
    return { kind: "ipfs", path: `/ipfs/${place.split("/").map(encodeOnce).join("/")}`, uri };
  }
  if (!/^https:\/\//i.test(uri) || !URL.canParse(uri)) return undefined;
  const url = new URL(uri);
  return url.username === "" && url.password === "" ? { kind: "https", uri: url.href } : undefined;
}

function encodeOnce(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment));
  } catch {
    return encodeURIComponent(segment);
  }
}
