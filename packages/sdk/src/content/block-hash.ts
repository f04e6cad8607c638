import type { CID } from "multiformats/cid";
import { UnsupportedContentError } from "./errors.ts";

/** Multihash codes, from the multicodec table. */
export const IDENTITY = 0x00;
export const SHA2_256 = 0x12;

type Hash = (bytes: Uint8Array) => Promise<Uint8Array>;

/** The hash functions that IPFS nodes accept for files. All but the first are loaded when needed. */
const HASHES: ReadonlyMap<number, Hash> = new Map<number, Hash>([
  [IDENTITY, async (bytes) => bytes],
  [SHA2_256, sha256],
  [0x13, async (bytes) => (await import("@noble/hashes/sha2.js")).sha512(bytes)],
  [0x14, async (bytes) => (await import("@noble/hashes/sha3.js")).sha3_512(bytes)],
  [0x16, async (bytes) => (await import("@noble/hashes/sha3.js")).sha3_256(bytes)],
  [0x1e, async (bytes) => (await import("@noble/hashes/blake3.js")).blake3(bytes)],
  [
    0xb220,
    async (bytes) => (await import("@noble/hashes/blake2.js")).blake2b(bytes, { dkLen: 32 }),
  ],
]);

/** SHA-256 by the platform, or by noble where a page has no WebCrypto (plain http). */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return (await import("@noble/hashes/sha2.js")).sha256(bytes);
  return new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

/**
 * Whether a block's bytes are the ones its CID names.
 *
 * @throws UnsupportedContentError when the CID's hash function is not known
 */
export async function isBlockOf(cid: CID, bytes: Uint8Array): Promise<boolean> {
  const hash = HASHES.get(cid.multihash.code);
  if (hash === undefined) {
    throw new UnsupportedContentError("The content id uses a hash function that is not known.", {
      details: [`Content id: ${cid}`, `Multihash code: 0x${cid.multihash.code.toString(16)}`],
    });
  }
  return sameBytes(await hash(bytes), cid.multihash.digest);
}

/** Whether two byte strings are equal. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
