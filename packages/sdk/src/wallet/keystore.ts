import { decryptKeystoreJson, encryptKeystoreJson, hexlify, type KeystoreAccount } from "ethers";
import { hexToBytes } from "../primitives/index.ts";
import { InvalidKeystoreError, WrongPassphraseError } from "./errors.ts";
import { type KeyWallet, keyWallet, privateKeyOf } from "./key-wallet.ts";
import { type Keystore, readKeystore, readKeystoreWithWords } from "./keystore-format.ts";

/** scrypt's cost (RFC 7914): about `128 · n · r` bytes of memory. */
export interface ScryptCost {
  /** A power of two. */
  n: number;
  r: number;
  p: number;
}

/** The words of a key, as a keystore keeps them beside it. */
export interface KeystoreWords {
  /** Where the key lies below the words (BIP-32). */
  path: string;
  entropy: Uint8Array;
}

/** 128 MiB, and about a second. */
const DEFAULT_COST: ScryptCost = { n: 131_072, r: 8, p: 1 };

/**
 * Encrypts a wallet's key under a passphrase: Web3 Secret Storage, version 3, with scrypt.
 *
 * @param options.scrypt - the cost; `{ n: 131072, r: 8, p: 1 }` if not given
 * @returns the keystore's JSON
 * @throws InvalidPrivateKeyError when the wallet's key is not held here
 */
export async function encryptKeystore(
  wallet: KeyWallet,
  passphrase: string,
  options: { scrypt?: ScryptCost } = {},
): Promise<string> {
  return encryptKeystoreWith(wallet, passphrase, options);
}

/** {@link encryptKeystore} with words beside the key, and progress. Not exported by the package. */
export async function encryptKeystoreWith(
  wallet: KeyWallet,
  passphrase: string,
  options: {
    scrypt?: ScryptCost;
    words?: KeystoreWords;
    onProgress?: (fraction: number) => void;
  },
): Promise<string> {
  const { words, onProgress, scrypt: { n, r, p } = DEFAULT_COST } = options;
  const account: KeystoreAccount = { address: wallet.address, privateKey: privateKeyOf(wallet) };
  if (words !== undefined) {
    account.mnemonic = { path: words.path, locale: "en", entropy: hexlify(words.entropy) };
  }
  const json = await encryptKeystoreJson(account, passphrase, {
    scrypt: { N: n, r, p },
    ...progressOf(onProgress),
  });
  // ethers writes the older name `Crypto`; the definition and every other tool write `crypto`.
  const { Crypto: crypto, ...rest } = JSON.parse(json) as Record<string, unknown>;
  return JSON.stringify({ ...rest, crypto });
}

/**
 * Opens a keystore (Web3 Secret Storage, version 3; scrypt or PBKDF2).
 *
 * @throws InvalidKeystoreError when it is malformed or would cost too much memory or time
 * @throws WrongPassphraseError
 */
export async function decryptKeystore(json: string, passphrase: string): Promise<KeyWallet> {
  const { "x-ethers": _words, ...keystore } = readKeystore(json);
  return keyWallet((await open(keystore, passphrase)).privateKey);
}

/**
 * The address and words of a keystore. Not exported by the package.
 *
 * @returns no words where it has none; whether they are the address's is not checked
 * @throws as {@link decryptKeystore}
 */
export async function decryptKeystoreWords(
  json: string,
  passphrase: string,
  onProgress?: (fraction: number) => void,
): Promise<{ address: string; words: KeystoreWords | undefined }> {
  const { address, mnemonic } = await open(readKeystoreWithWords(json), passphrase, onProgress);
  const { path, entropy } = mnemonic ?? {};
  if (path === undefined || entropy === undefined) return { address, words: undefined };
  return { address, words: { path, entropy: hexToBytes(entropy) } };
}

async function open(
  keystore: Keystore,
  passphrase: string,
  onProgress?: (fraction: number) => void,
): Promise<KeystoreAccount> {
  try {
    const { progressCallback } = progressOf(onProgress);
    return await decryptKeystoreJson(JSON.stringify(keystore), passphrase, progressCallback);
  } catch (error) {
    // No cause is kept from here on: what fails after the key is open could repeat it.
    if (error instanceof Error && error.message.includes("incorrect password")) {
      throw new WrongPassphraseError("The passphrase does not open this keystore.");
    }
    throw new InvalidKeystoreError("The keystore could not be opened.", {
      details: ["Its parameters are not usable, or its key is not the address's."],
    });
  }
}

/** ethers stops when its callback returns false, so a listener's own result is not passed on. */
function progressOf(onProgress: ((fraction: number) => void) | undefined) {
  if (onProgress === undefined) return {};
  return {
    progressCallback(fraction: number) {
      onProgress(fraction);
    },
  };
}
