import type { Json } from "../primitives/index.ts";
import {
  AvatarTooLargeError,
  GitLfsPointerError,
  GlbJsonInvalidError,
  GlbTruncatedError,
  GlbVersionUnsupportedError,
  NotAGlbError,
} from "./errors.ts";

/** The largest file read by default: 128 MB. */
export const DEFAULT_MAX_AVATAR_BYTES = 128_000_000;
/** The largest JSON chunk read by default: 8 MB. */
export const DEFAULT_MAX_JSON_BYTES = 8_000_000;
/** The 12-byte file header and the first chunk's 8-byte header (glTF 2.0, section 4.4). */
export const GLB_HEAD_BYTES = 20;

const MAGIC = 0x46546c67; // "glTF"
const CHUNK_JSON = 0x4e4f534a; // "JSON"
const CHUNK_BIN = 0x004e4942; // "BIN\0"
const LFS_PREFIX = "version https://git-lfs.github.com/spec/";

/** How much of a stranger's file is accepted. */
export interface GlbLimits {
  /** The largest file, in bytes; 128 MB by default. */
  maxBytes?: number;
  /** The largest JSON chunk, in bytes; 8 MB by default. */
  maxJsonBytes?: number;
}

/** Where the parts of a GLB lie, from its first {@link GLB_HEAD_BYTES} bytes. */
export interface GlbHead {
  /** The file's length as its header states it, in bytes. */
  length: number;
  /** The JSON chunk's length, in bytes; it begins at byte 20. */
  jsonLength: number;
}

/** The binary chunk's place in the file, in bytes. */
export interface GlbBinaryChunk {
  offset: number;
  length: number;
}

/** A GLB taken apart; nothing in the binary chunk is decoded. */
export interface Glb extends GlbHead {
  /** The JSON chunk: an object, otherwise unchecked. */
  json: { [key: string]: Json };
  binaryChunk?: GlbBinaryChunk;
}

/**
 * Checks a GLB's header (glTF 2.0, section 4.4) against the file's real size and the limits.
 *
 * @param head - the file's first bytes: {@link GLB_HEAD_BYTES}, or all of them where there are fewer
 * @param size - the file's size, in bytes
 * @throws NotAGlbError, GitLfsPointerError, GlbVersionUnsupportedError, GlbTruncatedError,
 *   GlbJsonInvalidError, AvatarTooLargeError
 */
export function parseGlbHead(head: Uint8Array, size: number, limits: GlbLimits = {}): GlbHead {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (size < 4 || view.getUint32(0, true) !== MAGIC) throw notAGlb(head);
  const maxBytes = limits.maxBytes ?? DEFAULT_MAX_AVATAR_BYTES;
  const length = size < 12 ? size : view.getUint32(8, true);
  if (Math.max(size, length) > maxBytes) {
    throw new AvatarTooLargeError("The avatar file is larger than the limit.", {
      details: [`Size: ${Math.max(size, length)} bytes`, `Limit: ${maxBytes} bytes`],
    });
  }
  if (size < GLB_HEAD_BYTES) throw truncated(GLB_HEAD_BYTES, size);
  if (view.getUint32(4, true) !== 2) {
    throw new GlbVersionUnsupportedError("Only version 2 of the GLB format is read.", {
      details: [`Version: ${view.getUint32(4, true)}`],
    });
  }
  if (length > size) throw truncated(length, size);
  const jsonLength = view.getUint32(12, true);
  if (view.getUint32(16, true) !== CHUNK_JSON) {
    throw new GlbJsonInvalidError("The GLB's first chunk is not its JSON chunk.");
  }
  if (GLB_HEAD_BYTES + jsonLength > length) throw truncated(GLB_HEAD_BYTES + jsonLength, length);
  const maxJsonBytes = limits.maxJsonBytes ?? DEFAULT_MAX_JSON_BYTES;
  if (jsonLength > maxJsonBytes) {
    throw new AvatarTooLargeError("The avatar's JSON chunk is larger than the limit.", {
      details: [`Size: ${jsonLength} bytes`, `Limit: ${maxJsonBytes} bytes`],
    });
  }
  return { length, jsonLength };
}

/**
 * Reads a GLB's JSON chunk: a byte-order mark and padding with NUL instead of spaces are tolerated.
 *
 * @throws GlbJsonInvalidError
 */
export function parseGlbJson(chunk: Uint8Array): { [key: string]: Json } {
  let end = chunk.length;
  while (end > 0 && chunk[end - 1] === 0) end--;
  let json: Json;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(chunk.subarray(0, end)));
  } catch (cause) {
    throw new GlbJsonInvalidError("The GLB's JSON chunk is not JSON in UTF-8.", { cause });
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new GlbJsonInvalidError("The GLB's JSON chunk is not a JSON object.");
  }
  return json;
}

/**
 * Finds the binary chunk after the JSON chunk. Writers differ where the JSON chunk's length is no
 * multiple of 4: some begin the next chunk at once, some at the next multiple.
 *
 * @param after - the file's bytes from the JSON chunk's end; 11 are enough
 * @throws GlbTruncatedError when the chunk is longer than the file
 */
export function findBinaryChunk(after: Uint8Array, head: GlbHead): GlbBinaryChunk | undefined {
  const view = new DataView(after.buffer, after.byteOffset, after.byteLength);
  const end = GLB_HEAD_BYTES + head.jsonLength;
  const padding = (4 - (end % 4)) % 4;
  for (const skip of new Set([0, padding])) {
    const start = end + skip;
    if (skip + 8 > after.length || start + 8 > head.length) continue;
    if (view.getUint32(skip + 4, true) !== CHUNK_BIN) continue;
    const length = view.getUint32(skip, true);
    if (start + 8 + length > head.length) throw truncated(start + 8 + length, head.length);
    return { offset: start + 8, length };
  }
  return undefined;
}

/**
 * Takes a GLB apart: header, JSON chunk, and where the binary chunk lies.
 *
 * @throws NotAGlbError, GitLfsPointerError, GlbVersionUnsupportedError, GlbTruncatedError,
 *   GlbJsonInvalidError, AvatarTooLargeError
 */
export function parseGlb(bytes: Uint8Array, limits: GlbLimits = {}): Glb {
  const head = parseGlbHead(bytes.subarray(0, 200), bytes.length, limits);
  const jsonEnd = GLB_HEAD_BYTES + head.jsonLength;
  const binaryChunk = findBinaryChunk(bytes.subarray(jsonEnd, jsonEnd + 11), head);
  const json = parseGlbJson(bytes.subarray(GLB_HEAD_BYTES, jsonEnd));
  return binaryChunk === undefined ? { ...head, json } : { ...head, json, binaryChunk };
}

function truncated(stated: number, actual: number): GlbTruncatedError {
  return new GlbTruncatedError("The GLB ends too early: a part of the file is missing.", {
    details: [`Stated: ${stated} bytes`, `Present: ${actual} bytes`],
  });
}

function notAGlb(head: Uint8Array): NotAGlbError | GitLfsPointerError {
  const text = new TextDecoder("latin1").decode(head);
  if (text.startsWith(LFS_PREFIX)) {
    return new GitLfsPointerError(
      "The file is a Git LFS pointer, not the model: fetch the model with `git lfs pull`.",
    );
  }
  return new NotAGlbError("The file is not a binary glTF file (GLB), which every VRM is.", {
    details: [`It begins: ${JSON.stringify(text.slice(0, 16))}`],
  });
}
