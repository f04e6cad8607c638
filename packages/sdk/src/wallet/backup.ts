import { isSameAddress } from "../primitives/index.ts";
import { InvalidKeystoreError } from "./errors.ts";
import type { ScryptCost } from "./keystore.ts";
import { requirePassphrase } from "./passphrase/rate.ts";
import { PERSON_PATH } from "./person/derive.ts";
import { entropyOf, type PersonKey, personKeyFromEntropy } from "./person/person-key.ts";

/** How far a backup is: called with 0 to 1 while the passphrase is being hashed. */
export type BackupProgress = (fraction: number) => void;

/**
 * Writes a key into a file that other wallets open too: Web3 Secret Storage, version 3, with scrypt, and
 * the words beside the private key as ethers keeps them. Takes a second or two, and 128 MiB.
 *
 * @returns the file's JSON
 * @throws WeakPassphraseError
 */
export async function exportBackup(
  key: PersonKey,
  passphrase: string,
  options: { onProgress?: BackupProgress; scrypt?: ScryptCost } = {},
): Promise<string> {
  requirePassphrase(passphrase);
  const { encryptKeystoreWith } = await import("./keystore.ts");
  const words = { path: PERSON_PATH, entropy: entropyOf(key) };
  return encryptKeystoreWith(key, passphrase, { ...options, words });
}

/**
 * Opens a backup, or any version 3 keystore in which ethers kept twelve words of {@link PERSON_PATH}.
 *
 * @throws WrongPassphraseError
 * @throws InvalidKeystoreError when it is malformed, has no words, would cost too much memory or time, or
 *   its words are not its account's
 */
export async function restoreBackup(
  json: string,
  passphrase: string,
  options: { onProgress?: BackupProgress } = {},
): Promise<PersonKey> {
  const { decryptKeystoreWords } = await import("./keystore.ts");
  const { address, words } = await decryptKeystoreWords(json, passphrase, options.onProgress);
  if (words?.path !== PERSON_PATH || words.entropy.length !== 16) {
    throw new InvalidKeystoreError("The keystore has no twelve words in it.", {
      details: ["Its private key alone can be opened with decryptKeystore."],
    });
  }
  const key = await personKeyFromEntropy(words.entropy);
  // The keystore's checksum covers the private key, not the words.
  if (isSameAddress(key.address, address)) return key;
  throw new InvalidKeystoreError("The keystore's words are not of its account.");
}
