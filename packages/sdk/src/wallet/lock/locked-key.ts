import * as z from "zod/mini";
import { type Address, address, type Hex, parseJson, parseShape } from "../../primitives/index.ts";
import { InvalidLockedKeyError } from "./errors.ts";

/** Names the format and its version; also bound into every lock's encryption. */
export const LOCKED_KEY_SCHEMA = "ryugu-locked-key/1";

/** What OWASP asks of PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
export const PBKDF2_ITERATIONS = 600_000;

/** A stranger's file may cost eight times what ours do: seconds, and not more. */
const MAX_ITERATIONS = 8 * PBKDF2_ITERATIONS;

/** One passphrase, and a passkey on each of a person's devices. */
const MAX_LOCKS = 16;

/** A locked key with all locks has about 8,000 characters, or 30,000 with the longest credential ids. */
const MAX_LENGTH = 32_768;

const hexOf = (bytes: number) =>
  z.string().check(z.regex(new RegExp(`^0x[0-9a-f]{${2 * bytes}}$`)));

/** Whole bytes, at least one (RFC 4648, section 5). */
const BASE64URL = /^(?:[A-Za-z0-9_-]{4})*[A-Za-z0-9_-]{2,4}$/;

const sealed = {
  /** For the key derivation; random, of this lock alone. */
  salt: hexOf(32),
  /** AES-GCM's initialisation vector; random, of this lock alone. */
  iv: hexOf(12),
  /** The key's 16 bytes of entropy under AES-256-GCM, and the tag's 16 bytes. */
  ciphertext: hexOf(32),
};

const passphraseLock = z.strictObject({
  kind: z.literal("passphrase"),
  /** Rounds of PBKDF2-SHA-256. */
  iterations: z.int().check(z.minimum(PBKDF2_ITERATIONS), z.maximum(MAX_ITERATIONS)),
  ...sealed,
});

const passkeyLock = z.strictObject({
  kind: z.literal("passkey"),
  /** The passkey's id in base64url, as WebAuthn gives it; at most 1,023 bytes (WebAuthn, 4). */
  credentialId: z.string().check(z.maxLength(1_364), z.regex(BASE64URL)),
  ...sealed,
});

/** A key encrypted under a passphrase, passkeys, or both. */
export const lockedKeySchema = z.strictObject({
  schema: z.literal(LOCKED_KEY_SCHEMA),
  /** The key's account. It is checked against the key whenever that is unlocked. */
  address: z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/)),
  /** The ways in: each alone opens the same key. */
  locks: z
    .array(z.discriminatedUnion("kind", [passphraseLock, passkeyLock]))
    .check(z.minLength(1), z.maxLength(MAX_LOCKS)),
});

/** What a lock of either kind holds: salt, initialisation vector and ciphertext. */
interface Sealed {
  readonly salt: Hex;
  readonly iv: Hex;
  readonly ciphertext: Hex;
}

/** A way in by a passphrase (PBKDF2-SHA-256). */
export interface PassphraseLock extends Sealed {
  readonly kind: "passphrase";
  readonly iterations: number;
}

/** A way in by one passkey (WebAuthn PRF, HKDF-SHA-256). */
export interface PasskeyLock extends Sealed {
  readonly kind: "passkey";
  readonly credentialId: string;
}

/** One way into a locked key. */
export type KeyLock = PassphraseLock | PasskeyLock;

/** A person's key, encrypted. It may be stored; its address is readable. */
export interface LockedKey {
  readonly schema: typeof LOCKED_KEY_SCHEMA;
  readonly address: Address;
  readonly locks: readonly KeyLock[];
}

/**
 * Reads a locked key that was stored as JSON. Write it with `JSON.stringify`.
 *
 * @throws InvalidLockedKeyError
 */
export function readLockedKey(text: string): LockedKey {
  return refuse(() => checkLockedKey(parseJson(text, MAX_LENGTH)));
}

/**
 * Checks that a value is a locked key whose opening costs no more than seconds.
 *
 * @throws InvalidLockedKeyError
 */
export function checkLockedKey(value: unknown): LockedKey {
  return refuse(() => {
    const parsed = parseShape(lockedKeySchema, value, "The locked key");
    const locks = parsed.locks as readonly KeyLock[];
    if (new Set(locks.map(lockName)).size !== locks.length) {
      throw new InvalidLockedKeyError("The locked key has two locks for one secret.");
    }
    return { schema: parsed.schema, address: address(parsed.address), locks };
  });
}

/** What tells the locks of one key apart: there is one passphrase, and one lock for each passkey. */
export function lockName(lock: { kind: "passphrase" } | { kind: "passkey"; credentialId: string }) {
  return lock.kind === "passphrase" ? "passphrase" : `passkey ${lock.credentialId}`;
}

function refuse<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof InvalidLockedKeyError) throw cause;
    throw new InvalidLockedKeyError("The value is not a locked key.", {
      cause,
      details: cause instanceof Error ? [cause.message] : [],
    });
  }
}
