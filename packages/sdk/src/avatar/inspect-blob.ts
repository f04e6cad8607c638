import {
  findBinaryChunk,
  GLB_HEAD_BYTES,
  type GlbLimits,
  parseGlbHead,
  parseGlbJson,
} from "./glb.ts";
import { inspectGlb } from "./inspect.ts";
import type { AvatarInspection } from "./inspection.ts";

/** What is read of a `Blob` or `File`; Node's `fs.openAsBlob` gives one of a file on disk. */
export interface BlobLike {
  /** The file's size, in bytes. */
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/**
 * `inspectAvatar` over a file that is not in memory: reads only its first 200 bytes and its JSON
 * chunk, so that a file over the limit is refused without being read.
 *
 * @throws the errors of `inspectAvatar`
 */
export async function inspectAvatarBlob(
  blob: BlobLike,
  limits: GlbLimits = {},
): Promise<AvatarInspection> {
  const read = async (start: number, end: number) =>
    new Uint8Array(await blob.slice(start, Math.min(end, blob.size)).arrayBuffer());
  const head = parseGlbHead(await read(0, 200), blob.size, limits);
  const jsonEnd = GLB_HEAD_BYTES + head.jsonLength;
  const chunk = await read(GLB_HEAD_BYTES, jsonEnd + 11);
  const binaryChunk = findBinaryChunk(chunk.subarray(head.jsonLength), head);
  const json = parseGlbJson(chunk.subarray(0, head.jsonLength));
  return inspectGlb({ ...head, json, ...(binaryChunk && { binaryChunk }) }, blob.size);
}
