/** A `data:` link taken apart (RFC 2397), its payload not yet decoded. */
export interface DataUri {
  /** In lower case, without parameters; `text/plain` where the link names none. */
  mediaType: string;
  isBase64: boolean;
  payload: string;
}

/** Takes a `data:` link apart, or returns undefined where it is none. */
export function parseDataUri(text: string): DataUri | undefined {
  const [whole, head] = /^data:([^,]{0,200}),/i.exec(text) ?? [];
  if (whole === undefined || head === undefined) return undefined;
  const [mediaType = "", ...parameters] = head
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  return {
    mediaType: mediaType === "" ? "text/plain" : mediaType,
    isBase64: parameters.includes("base64"),
    payload: text.slice(whole.length),
  };
}

/**
 * Decodes a `data:` link's payload to text.
 *
 * Contracts write JSON behind `data:application/json;utf8,` unescaped; a payload that begins as JSON
 * does is taken as it stands.
 *
 * @returns undefined where the payload is no base64 or no UTF-8
 */
export function decodeDataUri({ isBase64, payload }: DataUri): string | undefined {
  try {
    if (!isBase64)
      return payload.trimStart().startsWith("{") ? payload : decodeURIComponent(payload);
    const plain = payload.replaceAll("-", "+").replaceAll("_", "/").replaceAll("%3D", "=");
    const bytes = Uint8Array.from(atob(plain), (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
