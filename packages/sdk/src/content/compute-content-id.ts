import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { SHA2_256, sha256 } from "./block-hash.ts";
import { type ContentId, contentIdOf } from "./content-id.ts";

/** The multicodec of a block that is nothing but bytes. */
const RAW = 0x55;

/** The settings of `ipfs add --cid-version=1 --raw-leaves`; others give other ids. */
export const LAYOUT = { chunkSize: 262_144, maxChildrenPerNode: 174 } as const;

/**
 * Computes the content id of some bytes, locally: the one that
 * `ipfs add --cid-version=1 --raw-leaves` gives (256 KiB chunks, balanced, 174 children a node).
 */
export async function computeContentId(bytes: Uint8Array): Promise<ContentId> {
  if (bytes.length <= LAYOUT.chunkSize) {
    const digest = Digest.create(SHA2_256, await sha256(bytes));
    return contentIdOf(CID.createV1(RAW, digest));
  }
  return contentIdOf(await importTree(bytes));
}

/** Builds the tree of a file of several chunks; its code is loaded only for such files. */
async function importTree(bytes: Uint8Array): Promise<CID> {
  const [{ importBytes }, { fixedSize }, { balanced }] = await Promise.all([
    import("ipfs-unixfs-importer"),
    import("ipfs-unixfs-importer/chunker"),
    import("ipfs-unixfs-importer/layout"),
  ]);
  const discard = { put: (cid: CID) => cid };
  const { cid } = await importBytes(bytes, discard, {
    cidVersion: 1,
    rawLeaves: true,
    chunker: fixedSize({ chunkSize: LAYOUT.chunkSize }),
    layout: balanced({ maxChildrenPerNode: LAYOUT.maxChildrenPerNode }),
  });
  return cid;
}
