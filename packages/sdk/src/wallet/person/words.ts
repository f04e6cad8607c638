import { bytesToHex, hexToBytes } from "../../primitives/index.ts";
import { ownBytes, webCrypto } from "../web-crypto.ts";
import type { WordList } from "./english.ts";
import { InvalidWordsError } from "./errors.ts";

/** 128 bits: twelve words. */
export const ENTROPY_BYTES = 16;

const WORD_COUNT = 12;
const BITS_PER_WORD = 11n;
const CHECKSUM_BITS = 4n;
const WORD_MASK = (1n << BITS_PER_WORD) - 1n;

/** Twelve of the longest words have 107 characters. */
const MAX_TEXT_LENGTH = 1_000;

/** Writes entropy as words (BIP-39). */
export async function entropyToWords(entropy: Uint8Array): Promise<readonly string[]> {
  const list = await loadList();
  const bits = (BigInt(bytesToHex(entropy)) << CHECKSUM_BITS) | (await checksumOf(entropy));
  return Array.from({ length: WORD_COUNT }, (_, i) => {
    const shift = BigInt(WORD_COUNT - 1 - i) * BITS_PER_WORD;
    return list.wordAt(Number((bits >> shift) & WORD_MASK));
  });
}

/**
 * Reads words back into entropy. Case, the width and number of spaces, and full-width letters do not matter.
 *
 * @throws InvalidWordsError
 */
export async function wordsToEntropy(text: string): Promise<Uint8Array> {
  const words = splitWords(text);
  const list = await loadList();
  const indices = words.map((word) => list.indexOf(word));
  const positions = indices.flatMap((index, i) => (index < 0 ? [i + 1] : []));
  if (positions.length > 0) {
    throw new InvalidWordsError(
      "A word is not in the list.",
      { reason: "unknown-word", positions },
      { details: [`Look at: ${positions.join(", ")}`] },
    );
  }
  const bits = indices.reduce((sum, index) => (sum << BITS_PER_WORD) | BigInt(index), 0n);
  const digits = (bits >> CHECKSUM_BITS).toString(16).padStart(2 * ENTROPY_BYTES, "0");
  const entropy = hexToBytes(`0x${digits}`);
  if ((bits & ((1n << CHECKSUM_BITS) - 1n)) !== (await checksumOf(entropy))) {
    throw new InvalidWordsError(
      "Each word is in the list, but together they are no key.",
      { reason: "checksum" },
      { details: ["Two words were swapped, or one stands for another."] },
    );
  }
  return entropy;
}

function splitWords(text: string): readonly string[] {
  // NFKD also turns the ideographic space and full-width letters into plain ones.
  const plain = text.slice(0, MAX_TEXT_LENGTH).normalize("NFKD").toLowerCase().trim();
  const words = plain === "" ? [] : plain.split(/\s+/);
  if (words.length === WORD_COUNT && text.length <= MAX_TEXT_LENGTH) return words;
  throw new InvalidWordsError(
    `Expected ${WORD_COUNT} words.`,
    { reason: "count" },
    { details: [`Received: ${text.length > MAX_TEXT_LENGTH ? "a long text" : words.length}`] },
  );
}

async function loadList(): Promise<WordList> {
  return (await import("./english.ts")).englishWords();
}

async function checksumOf(entropy: Uint8Array): Promise<bigint> {
  const digest = new Uint8Array(await webCrypto().digest("SHA-256", ownBytes(entropy)));
  return BigInt((digest[0] ?? 0) >> 4);
}
