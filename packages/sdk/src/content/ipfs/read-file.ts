import { CID } from "multiformats/cid";
import { IDENTITY, isBlockOf } from "../block-hash.ts";
import type { ContentId } from "../content-id.ts";
import { checkSize } from "../content-store.ts";
import { ContentMismatchError, ContentUnavailableError } from "../errors.ts";
import { readCar } from "./car-reader.ts";
import {
  assembleFile,
  DAG_PB,
  decodeFileNode,
  type FileNode,
  RAW,
  unsupported,
} from "./unixfs-file.ts";

/**
 * Reads any UnixFS file, whatever its chunks, layout and hash function, from a CAR stream: every
 * block is checked against its own hash, and the file is put together from its root downwards.
 *
 * @param openCar - opens the stream; not called for content that lies in the id itself
 * @returns undefined when the stream does not hold the root
 * @throws ContentMismatchError
 * @throws ContentTooLargeError
 * @throws UnsupportedContentError
 * @throws ContentUnavailableError when a block of the file is missing from the stream
 */
export async function readFile(
  id: ContentId,
  maxBytes: number,
  openCar: () => AsyncIterable<Uint8Array>,
): Promise<Uint8Array | undefined> {
  const root = CID.parse(id);
  if (root.code !== RAW && root.code !== DAG_PB) {
    throw unsupported(root, `its codec is 0x${root.code.toString(16)}`);
  }
  const blocks = new Map<string, Uint8Array>();
  const accept = (cid: CID, bytes: Uint8Array) => {
    blocks.set(keyOf(cid), bytes);
    // The first block tells folder and size: a stream that would be refused is not read to its end.
    if (keyOf(cid) === keyOf(root)) checkSize(id, decodeFileNode(root, bytes).size, maxBytes);
  };
  if (root.multihash.code === IDENTITY) accept(root, root.multihash.digest);
  else await collect(id, bounded(id, openCar(), maxBytes), accept);
  if (!blocks.has(keyOf(root))) return undefined;

  const nodes = new Map<string, FileNode>();
  const nodeOf = async (cid: CID) => {
    const node = nodes.get(keyOf(cid)) ?? decodeFileNode(cid, blockOf(blocks, id, cid));
    nodes.set(keyOf(cid), node);
    return node;
  };
  return assembleFile({ cid: root, node: await nodeOf(root) }, nodeOf);
}

/** Reads the stream's blocks, each checked against its hash. */
async function collect(
  id: ContentId,
  source: AsyncIterable<Uint8Array>,
  accept: (cid: CID, bytes: Uint8Array) => void,
): Promise<void> {
  for await (const { cid, bytes } of readCar(source)) {
    if (!(await isBlockOf(cid, bytes))) {
      throw new ContentMismatchError("A block does not have the hash that names it.", {
        details: [`Content id: ${id}`, `Block: ${cid}`],
      });
    }
    accept(cid, bytes);
  }
}

/** Stops a stream that carries more than any file of `maxBytes` and its tree could need. */
async function* bounded(
  id: ContentId,
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  const limit = maxBytes * 1.5 + 1024 * 1024;
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > limit) checkSize(id, total, maxBytes);
    yield chunk;
  }
}

function blockOf(blocks: Map<string, Uint8Array>, id: ContentId, cid: CID): Uint8Array {
  const bytes = cid.multihash.code === IDENTITY ? cid.multihash.digest : blocks.get(keyOf(cid));
  if (bytes !== undefined) return bytes;
  throw new ContentUnavailableError("The node does not hold the whole file.", {
    details: [`Content id: ${id}`, `Missing block: ${cid}`],
  });
}

/** The same block may be named by a version 0 and a version 1 id. */
function keyOf(cid: CID): string {
  return (cid.version === 0 ? cid.toV1() : cid).toString();
}
