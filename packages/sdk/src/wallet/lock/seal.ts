import {
  type Address,
  bytesToHex,
  canonicalJson,
  hexToBytes,
  type RandomBytes,
} from "../../primitives/index.ts";
import { ownBytes, utf8, webCrypto } from "../web-crypto.ts";
import { WrongSecretError } from "./errors.ts";
import { type KeyLock, LOCKED_KEY_SCHEMA, lockName, PBKDF2_ITERATIONS } from "./locked-key.ts";
import { type KeySecret, keyOfPasskey, keyOfPassphrase } from "./secret.ts";

/** A lock without what it keeps: all of it is bound to the ciphertext as additional data. */
type LockHeader = KeyLock extends infer Lock
  ? Lock extends KeyLock
    ? Omit<Lock, "ciphertext">
    : never
  : never;

/** Encrypts a key's entropy under one secret, with fresh salt and initialisation vector. */
export async function sealEntropy(
  account: Address,
  entropy: Uint8Array,
  secret: KeySecret,
  random: RandomBytes,
): Promise<KeyLock> {
  const fresh = { salt: bytesToHex(random(32)), iv: bytesToHex(random(12)) };
  const header: LockHeader =
    secret.kind === "passphrase"
      ? { kind: "passphrase", iterations: PBKDF2_ITERATIONS, ...fresh }
      : { kind: "passkey", credentialId: secret.credentialId, ...fresh };
  const key = await keyFor(secret, header);
  const sealed = await webCrypto().encrypt(parameters(account, header), key, ownBytes(entropy));
  return { ...header, ciphertext: bytesToHex(new Uint8Array(sealed)) };
}

/**
 * Opens the lock that the secret is for.
 *
 * @throws WrongSecretError
 */
export async function openEntropy(
  account: Address,
  locks: readonly KeyLock[],
  secret: KeySecret,
): Promise<Uint8Array> {
  const lock = locks.find((candidate) => lockName(candidate) === lockName(secret));
  if (lock === undefined) throw wrongSecret("The key has no lock for it.");
  const { ciphertext, ...header } = lock;
  const key = await keyFor(secret, header);
  try {
    const parameter = parameters(account, header);
    return new Uint8Array(
      await webCrypto().decrypt(parameter, key, ownBytes(hexToBytes(ciphertext))),
    );
  } catch {
    // AES-GCM cannot tell a wrong key from an altered file, and its error says nothing.
    throw wrongSecret("It is another one, or the locked key was altered.");
  }
}

function keyFor(secret: KeySecret, header: LockHeader): Promise<CryptoKey> {
  if (secret.kind === "passphrase" && header.kind === "passphrase") {
    return keyOfPassphrase(secret, header);
  }
  if (secret.kind === "passkey") return keyOfPasskey(secret, header);
  throw wrongSecret("The key has no lock for it.");
}

function parameters(account: Address, header: LockHeader): AesGcmParams {
  const bound = { schema: LOCKED_KEY_SCHEMA, address: account, lock: header };
  return {
    name: "AES-GCM",
    iv: ownBytes(hexToBytes(header.iv)),
    additionalData: utf8(canonicalJson(bound)),
  };
}

function wrongSecret(detail: string): WrongSecretError {
  return new WrongSecretError("The passphrase or passkey does not open this key.", {
    details: [detail],
  });
}
