import { platformRandom, type RandomBytes } from "../../primitives/index.ts";
import { requirePassphrase } from "../passphrase/rate.ts";
import { entropyOf, type PersonKey, personKeyFromEntropy } from "../person/person-key.ts";
import { InvalidLockedKeyError } from "./errors.ts";
import {
  checkLockedKey,
  type KeyLock,
  LOCKED_KEY_SCHEMA,
  type LockedKey,
  lockName,
} from "./locked-key.ts";
import { openEntropy, sealEntropy } from "./seal.ts";
import type { KeySecret } from "./secret.ts";

/**
 * Encrypts a key under a passphrase or a passkey: AES-256-GCM, everything readable bound to it.
 *
 * @param random - 32 and 12 bytes for each lock; the platform's randomness if not given
 * @throws WeakPassphraseError
 * @throws CryptoUnavailableError
 */
export async function lockKey(
  key: PersonKey,
  secret: KeySecret,
  random: RandomBytes = platformRandom,
): Promise<LockedKey> {
  const lock = await makeLock(key, secret, random);
  return checkLockedKey({ schema: LOCKED_KEY_SCHEMA, address: key.address, locks: [lock] });
}

/**
 * Adds another way into a locked key. A new passphrase takes the old one's place.
 *
 * @param key - the same key, unlocked: only who is in may open another way
 * @throws InvalidLockedKeyError when it is another key, or there are too many locks
 * @throws WeakPassphraseError
 */
export async function addLock(
  locked: LockedKey,
  key: PersonKey,
  secret: KeySecret,
  random: RandomBytes = platformRandom,
): Promise<LockedKey> {
  if (locked.address !== key.address) {
    throw new InvalidLockedKeyError("The locked key is of another account.", {
      details: [`Locked: ${locked.address}`, `Given: ${key.address}`],
    });
  }
  const lock = await makeLock(key, secret, random);
  const others = locked.locks.filter((other) => lockName(other) !== lockName(lock));
  return checkLockedKey({ ...locked, locks: [...others, lock] });
}

/**
 * Takes a way in from a locked key. Copies of the file that were made before still have it.
 *
 * @throws InvalidLockedKeyError when it is the last one, or there is none such
 */
export function removeLock(
  locked: LockedKey,
  which: { kind: "passphrase" } | { kind: "passkey"; credentialId: string },
): LockedKey {
  const locks = locked.locks.filter((lock) => lockName(lock) !== lockName(which));
  if (locks.length === locked.locks.length) {
    throw new InvalidLockedKeyError("The locked key has no such lock.");
  }
  if (locks.length === 0) {
    throw new InvalidLockedKeyError("The last lock cannot be taken away: the key would be lost.");
  }
  return { ...locked, locks };
}

/**
 * Opens a locked key. With 600,000 rounds a passphrase takes a fraction of a second, a passkey none.
 *
 * @throws WrongSecretError
 * @throws InvalidLockedKeyError before anything is spent on a file that is not one
 * @throws CryptoUnavailableError
 */
export async function unlockKey(locked: LockedKey, secret: KeySecret): Promise<PersonKey> {
  const { address: account, locks } = checkLockedKey(locked);
  const key = await personKeyFromEntropy(await openEntropy(account, locks, secret));
  if (key.address === account) return key;
  throw new InvalidLockedKeyError("The locked key is not of the account that it names.", {
    details: [`Named: ${account}`, `Found: ${key.address}`],
  });
}

/** The ids of the passkeys that open a locked key, for `usePasskey`. */
export function passkeysOf(locked: LockedKey): readonly string[] {
  return locked.locks.flatMap((lock) => (lock.kind === "passkey" ? [lock.credentialId] : []));
}

/** Whether a passphrase opens a locked key. */
export function hasPassphrase(locked: LockedKey): boolean {
  return locked.locks.some(({ kind }) => kind === "passphrase");
}

function makeLock(key: PersonKey, secret: KeySecret, random: RandomBytes): Promise<KeyLock> {
  if (secret.kind === "passphrase") requirePassphrase(secret.passphrase);
  return sealEntropy(key.address, entropyOf(key), secret, random);
}
