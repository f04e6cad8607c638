import * as z from "zod/mini";
import { parseJson, parseShape } from "../primitives/index.ts";
import { InvalidKeystoreError } from "./errors.ts";

/** The largest keystore that is read, in characters; real ones have about 500. */
export const MAX_KEYSTORE_LENGTH = 16_384;

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
/** Words beside the private key, as ethers keeps them; the passphrase encrypts these too. */
const words = z.object({
  version: z.literal("0.1"),
  path: z.string().check(z.maxLength(64)),
  locale: z.literal("en"),
  mnemonicCounter: hexOf(16),
  mnemonicCiphertext: z.string().check(z.regex(/^(?:[0-9a-fA-F]{8}){4,8}$/)),
});
const keystore = z.object({
  version: z.literal(3),
  address: z.optional(z.string().check(z.regex(/^(?:0x)?[0-9a-fA-F]{40}$/))),
  crypto: z.discriminatedUnion("kdf", [
    z.object({ ...common, kdf: z.literal("scrypt"), kdfparams: scrypt }),
    z.object({ ...common, kdf: z.literal("pbkdf2"), kdfparams: pbkdf2 }),
  ]),
  "x-ethers": z.optional(z.unknown()),
});
/** A version 3 keystore, checked. */
export type Keystore = z.infer<typeof keystore>;

/**
 * Reads a version 3 keystore that costs no more than a stranger's may.
 *
 * @throws InvalidKeystoreError
 */
export function readKeystore(json: string): Keystore {
  const parsed = parseKeystore(json);
  checkCost(parsed);
  return parsed;
}

/**
 * {@link readKeystore} for one whose words are wanted: with them, checked, or without any.
 *
 * @throws InvalidKeystoreError also when there are words that are not ethers' own
 */
export function readKeystoreWithWords(json: string): Keystore {
  const { "x-ethers": found, ...keystore } = readKeystore(json);
  if (found === undefined) return keystore;
  return refuse(() => ({
    ...keystore,
    "x-ethers": parseShape(words, found, "The keystore's words"),
  }));
}

function parseKeystore(json: string): Keystore {
  return refuse(() => {
    const value = parseJson(json, MAX_KEYSTORE_LENGTH);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const named =
      isObject && value.crypto === undefined ? { ...value, crypto: value.Crypto } : value;
    return parseShape(keystore, named, "The keystore");
  });
}

function refuse<T>(read: () => T): T {
  try {
    return read();
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
