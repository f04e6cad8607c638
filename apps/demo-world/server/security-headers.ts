/** Headers of every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** What a page may reach, besides itself. */
export interface PageReach {
  /** Where it may connect: nodes, chains, platforms. */
  readonly connect: readonly string[];
  /** Whose pictures it may show: platforms. */
  readonly images: readonly string[];
}

/**
 * The page's policy: its own files, and connections to the zone's own nodes, chains and platforms only.
 * `blob:` and `data:` are the page's own memory: a model's textures are taken out of its file and read from there.
 */
export function pagePolicy({ connect, images }: PageReach): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${["'self'", "blob:", "data:", ...images].join(" ")}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    `connect-src ${["'self'", "blob:", "data:", ...connect].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** For content by strangers: shown as a picture it works, opened as a document it can do nothing. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
