import { platformRandom, type RandomBytes } from "../../primitives/index.ts";
import { InvalidPrivateKeyError } from "../errors.ts";
import { type KeyWallet, keyWalletWith } from "../key-wallet.ts";
import { derivePrivateKey, PERSON_PATH } from "./derive.ts";
import { ENTROPY_BYTES, entropyToWords, wordsToEntropy } from "./words.ts";

/** Secrets lie here and not on the keys, where a log or an inspector could find them. */
const ENTROPY = new WeakMap<PersonKey, Uint8Array>();

/**
 * The key of a person who came without a wallet. Twelve words stand for it (BIP-39), and open the same
 * account in any other wallet.
 */
export interface PersonKey extends KeyWallet {
  /** Where the account lies below the words (BIP-44). */
  readonly path: typeof PERSON_PATH;
}

/**
 * Makes a new key.
 *
 * @param random - asked once, for 16 bytes; the platform's randomness if not given
 * @throws CryptoUnavailableError
 */
export async function createPersonKey(random: RandomBytes = platformRandom): Promise<PersonKey> {
  return personKeyFromEntropy(random(ENTROPY_BYTES));
}

/**
 * The twelve words of a key. Show them to the person and nobody else; do not store or log them.
 *
 * @throws InvalidPrivateKeyError when the key was not made here
 */
export async function wordsOf(key: PersonKey): Promise<readonly string[]> {
  return entropyToWords(entropyOf(key));
}

/**
 * Opens a key by its twelve English words, as a person types them: case, and the width and number of
 * spaces, do not matter.
 *
 * @throws InvalidWordsError which says which words are wrong, and does not repeat them
 * @throws CryptoUnavailableError
 */
export async function personKeyFromWords(text: string): Promise<PersonKey> {
  return personKeyFromEntropy(await wordsToEntropy(text));
}

/** Opens a key by its 16 bytes of entropy. Not exported by the package. */
export async function personKeyFromEntropy(entropy: Uint8Array): Promise<PersonKey> {
  if (entropy.length !== ENTROPY_BYTES) {
    throw new InvalidPrivateKeyError(`Expected ${ENTROPY_BYTES} bytes of entropy.`);
  }
  const own = entropy.slice();
  const privateKey = await derivePrivateKey(await entropyToWords(own));
  const key: PersonKey = keyWalletWith(privateKey, { path: PERSON_PATH });
  ENTROPY.set(key, own);
  return key;
}

/**
 * The entropy of a key. Not exported by the package.
 *
 * @throws InvalidPrivateKeyError when the key was not made here
 */
export function entropyOf(key: PersonKey): Uint8Array {
  const entropy = ENTROPY.get(key);
  if (entropy === undefined) throw new InvalidPrivateKeyError("The key's words are not held here.");
  return entropy;
}
