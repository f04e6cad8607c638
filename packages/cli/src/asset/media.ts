import { inspectAvatar, parseGlb } from "@ryugu/sdk/avatar";
import { RyuguError } from "@ryugu/sdk/errors";
import { MediaUnsupportedError } from "../errors.ts";

/** What begins a picture of each kind, at which byte. */
const PICTURES: readonly (readonly [mediaType: string, offset: number, magic: string])[] = [
  ["image/png", 0, "\u0089PNG\r\n"],
  ["image/jpeg", 0, "\u00ff\u00d8\u00ff"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["image/avif", 4, "ftypavif"],
];
const SVG = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]/s;

/**
 * Tells a picture's media type by its content; names lie.
 *
 * @throws MediaUnsupportedError
 */
export function pictureType(bytes: Uint8Array, file: string): string {
  const head = Buffer.from(bytes.subarray(0, 1_024));
  for (const [mediaType, offset, magic] of PICTURES) {
    if (head.toString("latin1").startsWith(magic, offset)) return mediaType;
  }
  if (SVG.test(head.toString("utf8"))) return "image/svg+xml";
  throw new MediaUnsupportedError("This is no picture of a kind that worlds show.", {
    details: [`File: ${file}`, "Read are PNG, JPEG, WebP, GIF, AVIF and SVG."],
  });
}

/**
 * Tells a model's format by its content: a VRM is to be worn, another GLB to be looked at.
 *
 * @throws MediaUnsupportedError
 */
export function modelFormat(bytes: Uint8Array, file: string) {
  try {
    const { extensions } = parseGlb(bytes).json as { extensions?: Record<string, unknown> };
    const isVrm = ["VRM", "VRMC_vrm"].some((name) => Object.hasOwn(extensions ?? {}, name));
    if (!isVrm) return { format: "glb", use: "view" } as const;
    inspectAvatar(bytes);
    return { format: "vrm", use: "wear" } as const;
  } catch (cause) {
    if (!(cause instanceof RyuguError)) throw cause;
    throw new MediaUnsupportedError("This is no model that worlds can show.", {
      cause,
      details: [`File: ${file}`, cause.shortMessage],
    });
  }
}
