import { decode as decodeDagPb } from "@ipld/dag-pb";
import { UnixFS } from "ipfs-unixfs";
import type { CID } from "multiformats/cid";
import { ContentTooLargeError, UnsupportedContentError } from "../errors.ts";

/** Multicodec codes of the two block formats that files are made of. */
export const RAW = 0x55;
export const DAG_PB = 0x70;

/** One node of a file's tree: its own bytes, then its children's, in order. */
export interface FileNode {
  data: Uint8Array;
  children: readonly { cid: CID; size: number }[];
  /** The bytes of the whole subtree, as the node declares them. */
  size: number;
}

/**
 * Reads one verified block of a UnixFS file.
 *
 * @throws UnsupportedContentError when it is a folder, a link, another format or malformed
 */
export function decodeFileNode(cid: CID, bytes: Uint8Array): FileNode {
  if (cid.code === RAW) return { data: bytes, children: [], size: bytes.length };
  if (cid.code !== DAG_PB) throw unsupported(cid, `its codec is 0x${cid.code.toString(16)}`);
  try {
    return decodeDagPbNode(cid, bytes);
  } catch (cause) {
    if (cause instanceof UnsupportedContentError) throw cause;
    throw unsupported(cid, "the block is malformed", cause);
  }
}

function decodeDagPbNode(cid: CID, bytes: Uint8Array): FileNode {
  const node = decodeDagPb(bytes);
  if (node.Data === undefined) throw unsupported(cid, "the block has no UnixFS data");
  const entry = UnixFS.unmarshal(node.Data);
  if (entry.type !== "file" && entry.type !== "raw") throw unsupported(cid, `a ${entry.type}`);
  if (entry.blockSizes.length !== node.Links.length) {
    throw unsupported(cid, "it does not give its children's sizes");
  }
  const data = entry.data ?? new Uint8Array(0);
  const children = node.Links.map((link, index) => ({
    cid: link.Hash as CID,
    size: Number(entry.blockSizes[index]),
  }));
  const size = children.reduce((total, child) => total + child.size, data.length);
  if (!Number.isSafeInteger(size)) throw unsupported(cid, "its size is out of range");
  return { data, children, size };
}

/**
 * Puts a file together from its blocks.
 *
 * @param root - the file's first node, whose size the caller has accepted
 * @param nodeOf - gives a verified node of the file
 * @throws UnsupportedContentError when a node's size is not the one its parent declares
 * @throws ContentTooLargeError when far more nodes than bytes would have to be visited
 */
export async function assembleFile(
  root: { cid: CID; node: FileNode },
  nodeOf: (cid: CID) => Promise<FileNode>,
): Promise<Uint8Array> {
  const out = new Uint8Array(root.node.size);
  // The same block may stand in a tree any number of times: bound the walk, not only the blocks.
  let visitsLeft = 4_096 + out.length / 64;
  let at = 0;
  const path: { node: FileNode; next: number }[] = [];
  const enter = (node: FileNode) => {
    out.set(node.data, at);
    at += node.data.length;
    path.push({ node, next: 0 });
  };
  enter(root.node);
  for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
    const child = here.node.children[here.next++];
    if (child === undefined) path.pop();
    // A child without bytes adds nothing and is not followed.
    if (child === undefined || child.size === 0) continue;
    if (--visitsLeft < 0) {
      throw new ContentTooLargeError("The file is cut into more pieces than are read.", {
        details: [`Content id: ${root.cid}`],
      });
    }
    const node = await nodeOf(child.cid);
    if (node.size !== child.size) throw unsupported(root.cid, "its parts have other sizes");
    enter(node);
  }
  return out;
}

/** The error for what cannot be read as one file. */
export function unsupported(cid: CID, why: string, cause?: unknown): UnsupportedContentError {
  return new UnsupportedContentError("The content id does not name a file that can be read.", {
    details: [`Content id: ${cid}`, `Found: ${why}`],
    cause,
  });
}
