import { CID } from "multiformats/cid";
import { preview } from "../primitives/index.ts";
import { InvalidContentIdError } from "./errors.ts";

/**
 * The name of some bytes, made from the bytes: an IPFS CID, version 1 in base32 or version 0 in
 * base58. Checked and written in that canonical form by {@link parseContentId}.
 */
export type ContentId = string & { readonly __brand: "ContentId" };

/** The longest text read as a content id; inline (identity) ids are the longest real ones. */
const MAX_LENGTH = 512;

/** Digest sizes in bytes by multihash code: a shortened digest would be easy to forge. */
const DIGEST_SIZES: ReadonlyMap<number, number> = new Map([
  [0x12, 32], // sha2-256
  [0x13, 64], // sha2-512
  [0x14, 64], // sha3-512
  [0x16, 32], // sha3-256
  [0x1e, 32], // blake3
  [0xb220, 32], // blake2b-256
]);

/**
 * Checks a content id and returns its canonical form. Version 1 is accepted in base32, base36 and
 * base58btc, version 0 in base58btc.
 *
 * @throws InvalidContentIdError
 */
export function parseContentId(text: string): ContentId {
  if (typeof text !== "string" || text.length > MAX_LENGTH) {
    throw invalid("Expected a content id (CID) of at most 512 characters.", text);
  }
  let cid: CID;
  try {
    cid = CID.parse(text);
  } catch (cause) {
    throw invalid("The text is not a content id (CID).", text, cause);
  }
  const { code, digest } = cid.multihash;
  if (digest.length !== (DIGEST_SIZES.get(code) ?? digest.length)) {
    throw invalid("The content id's digest does not have its hash function's length.", text);
  }
  return contentIdOf(cid);
}

/** The canonical text of a CID. */
export function contentIdOf(cid: CID): ContentId {
  // A CID remembers the base it was parsed from and would print that one.
  return CID.decode(cid.bytes).toString() as ContentId;
}

function invalid(sentence: string, text: unknown, cause?: unknown): InvalidContentIdError {
  return new InvalidContentIdError(sentence, { details: [`Received: ${preview(text)}`], cause });
}
