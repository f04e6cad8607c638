/** What is served when bytes are of no type that the list knows: a download, never a document. */
export const UNKNOWN_TYPE = "application/octet-stream";
/** SVG can carry script, so its answers need a policy of their own. */
export const SVG_TYPE = "image/svg+xml";

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** First bytes of each type that the server names; `undefined` matches any byte. */
const SIGNATURES: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ["image/png", [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", ascii("GIF8")],
  ["image/webp", [...ascii("RIFF"), undefined, undefined, undefined, undefined, ...ascii("WEBP")]],
  ["image/avif", [undefined, undefined, undefined, undefined, ...ascii("ftypavif")]],
  ["model/gltf-binary", ascii("glTF")],
];

/** How much of a text is looked at to tell what it is. */
const TEXT_SAMPLE = 1_024;

/**
 * The media type of content-addressed bytes, told from the bytes alone: names and claims are a stranger's.
 * Only pictures, GLB models and JSON have a type; everything else is a download.
 */
export function sniffMediaType(bytes: Uint8Array): string {
  for (const [type, signature] of SIGNATURES) {
    if (signature.every((byte, index) => byte === undefined || bytes[index] === byte)) return type;
  }
  const start = readText(bytes.subarray(0, TEXT_SAMPLE));
  if (start === undefined) return UNKNOWN_TYPE;
  if (/^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(start)) return SVG_TYPE;
  if (/^\s*[[{]/.test(start)) return "application/json; charset=utf-8";
  return UNKNOWN_TYPE;
}

/** The sample as text, unless it holds bytes that no text has. A cut last character is no fault. */
function readText(sample: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: true });
  } catch {
    return undefined;
  }
}

const BY_EXTENSION: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json",
  svg: SVG_TYPE,
  png: "image/png",
  webp: "image/webp",
  woff2: "font/woff2",
  glb: "model/gltf-binary",
  vrm: "model/gltf-binary",
  wasm: "application/wasm",
  txt: "text/plain; charset=utf-8",
};

/** The media type of one of the page's own files, by its name. */
export function typeByName(name: string): string {
  return BY_EXTENSION[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? UNKNOWN_TYPE;
}
