import { decryptKeystoreJson, encryptKeystoreJson, type KeystoreAccount } from "ethers";
import * as z from "zod/mini";
import { parseJson, parseShape } from "../primitives/index.ts";
import { InvalidKeystoreError, WrongPassphraseError } from "./errors.ts";
import { type KeyWallet, keyWallet, privateKeyOf } from "./key-wallet.ts";

/** The largest keystore that is read, in characters; real ones have about 500. */
export const MAX_KEYSTORE_LENGTH = 16_384;

/** scrypt's cost (RFC 7914): about `128 · n · r` bytes of memory. */
export interface ScryptCost {
  /** A power of two. */
  n: number;
  r: number;
  p: number;
}

/** 128 MiB, and about a second. */
const DEFAULT_COST: ScryptCost = { n: 131_072, r: 8, p: 1 };

/** A stranger's keystore may cost at most 512 MiB, twice geth's own default, and this work. */
const MAX_N_R = 2 ** 22;
const MAX_N_R_P = 2 ** 23;
const MAX_PBKDF2_ROUNDS = 2 ** 22;

const hexOf = (bytes: number) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-fA-F]{${2 * bytes}}$`)));
const salt = z.string().check(z.regex(/^(?:[0-9a-fA-F]{2}){1,128}$/));
const positive = z.int().check(z.positive());

const scrypt = z.object({ dklen: z.literal(32), n: positive, r: positive, p: positive, salt });
const pbkdf2 = z.object({
  dklen: z.literal(32),
  c: positive,
  prf: z.literal("hmac-sha256"),
  salt,
});
const common = {
  cipher: z.literal("aes-128-ctr"),
  cipherparams: z.object({ iv: hexOf(16) }),
  ciphertext: hexOf(32),
  mac: hexOf(32),
};
const keystore = z.object({
  version: z.literal(3),
  address: z.optional(z.string().check(z.regex(/^(?:0x)?[0-9a-fA-F]{40}$/))),
  crypto: z.discriminatedUnion("kdf", [
    z.object({ ...common, kdf: z.literal("scrypt"), kdfparams: scrypt }),
    z.object({ ...common, kdf: z.literal("pbkdf2"), kdfparams: pbkdf2 }),
  ]),
});
type Keystore = z.infer<typeof keystore>;

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
  const { n, r, p } = options.scrypt ?? DEFAULT_COST;
  const account = { address: wallet.address, privateKey: privateKeyOf(wallet) };
  const json = await encryptKeystoreJson(account, passphrase, { scrypt: { N: n, r, p } });
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
  const parsed = readKeystore(json);
  checkCost(parsed);
  let account: KeystoreAccount;
  try {
    account = await decryptKeystoreJson(JSON.stringify(parsed), passphrase);
  } catch (error) {
    // No cause is kept from here on: what fails after the key is open could repeat it.
    if (error instanceof Error && error.message.includes("incorrect password")) {
      throw new WrongPassphraseError("The passphrase does not open this keystore.");
    }
    throw new InvalidKeystoreError("The keystore could not be opened.", {
      details: ["Its parameters are not usable, or its key is not the address's."],
    });
  }
  return keyWallet(account.privateKey);
}

function readKeystore(json: string): Keystore {
  try {
    const value = parseJson(json, MAX_KEYSTORE_LENGTH);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const named =
      isObject && value.crypto === undefined ? { ...value, crypto: value.Crypto } : value;
    return parseShape(keystore, named, "The keystore");
  } catch (cause) {
    throw new InvalidKeystoreError("The text is not a version 3 keystore.", {
      cause,
      details: cause instanceof Error ? [cause.message] : [],
    });
  }
}

function checkCost({ crypto }: Keystore): void {
  const { kdfparams } = crypto;
  const affordable =
    "c" in kdfparams
      ? kdfparams.c <= MAX_PBKDF2_ROUNDS
      : kdfparams.n * kdfparams.r <= MAX_N_R &&
        kdfparams.n * kdfparams.r * kdfparams.p <= MAX_N_R_P;
  if (affordable) return;
  throw new InvalidKeystoreError("Opening the keystore would take too much memory or time.", {
    details: [`Asked for: ${JSON.stringify({ ...kdfparams, salt: undefined })}`],
  });
}
