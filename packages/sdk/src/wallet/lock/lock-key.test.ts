import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { type Address, canonicalJson } from "../../primitives/index.ts";
import { WeakPassphraseError } from "../passphrase/errors.ts";
import {
  createPersonKey,
  type PersonKey,
  personKeyFromWords,
  wordsOf,
} from "../person/person-key.ts";
import { InvalidLockedKeyError, WrongSecretError } from "./errors.ts";
import { addLock, hasPassphrase, lockKey, passkeysOf, removeLock, unlockKey } from "./lock-key.ts";
import { type KeyLock, type LockedKey, type PassphraseLock, readLockedKey } from "./locked-key.ts";
import type { KeySecret } from "./secret.ts";

const WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const ENTROPY = Buffer.from("7f".repeat(16), "hex");
const PASSPHRASE = "otter canal tulip";
const byPassphrase = (passphrase = PASSPHRASE): KeySecret => ({ kind: "passphrase", passphrase });
const byPasskey = (credentialId = "AAEC-_8", fill = 7): KeySecret => ({
  kind: "passkey",
  credentialId,
  prfOutput: new Uint8Array(32).fill(fill),
});

let key: PersonKey;
let locked: LockedKey;
beforeAll(async () => {
  key = await personKeyFromWords(WORDS);
  locked = await lockKey(key, byPassphrase());
});

const lockOf = (from: LockedKey, at = 0): KeyLock => {
  const lock = from.locks[at];
  if (lock === undefined) throw new Error("no lock");
  return lock;
};
const bytes = (hex: string) => Buffer.from(hex.slice(2), "hex");

/** The format once more, by its description and with Node's own cryptography. */
function aesKeyOf(lock: KeyLock, secret: KeySecret): Buffer {
  if (lock.kind === "passphrase" && secret.kind === "passphrase") {
    return pbkdf2Sync(secret.passphrase, bytes(lock.salt), lock.iterations, 32, "sha256");
  }
  const prf = secret.kind === "passkey" ? secret.prfOutput : new Uint8Array();
  const info = "ryugu-locked-key/1 passkey";
  return Buffer.from(hkdfSync("sha256", prf, bytes(lock.salt), info, 32));
}

function boundOf(address: Address, { ciphertext, ...header }: KeyLock): Buffer {
  return Buffer.from(canonicalJson({ schema: "ryugu-locked-key/1", address, lock: header }));
}

function openAgain({ address }: LockedKey, lock: KeyLock, secret: KeySecret): string {
  const sealed = bytes(lock.ciphertext);
  const decipher = createDecipheriv("aes-256-gcm", aesKeyOf(lock, secret), bytes(lock.iv));
  decipher.setAAD(boundOf(address, lock)).setAuthTag(sealed.subarray(16));
  return Buffer.concat([decipher.update(sealed.subarray(0, 16)), decipher.final()]).toString("hex");
}

function sealAgain(
  address: Address,
  header: Omit<PassphraseLock, "ciphertext">,
  secret: KeySecret,
): KeyLock {
  const lock = { ...header, ciphertext: "0x" } as PassphraseLock;
  const cipher = createCipheriv("aes-256-gcm", aesKeyOf(lock, secret), bytes(lock.iv));
  cipher.setAAD(boundOf(address, lock));
  const sealed = Buffer.concat([cipher.update(ENTROPY), cipher.final(), cipher.getAuthTag()]);
  return { ...lock, ciphertext: `0x${sealed.toString("hex")}` };
}

const fresh = () =>
  ({
    salt: `0x${randomBytes(32).toString("hex")}`,
    iv: `0x${randomBytes(12).toString("hex")}`,
  }) as const;

test("opens by the same passphrase, from the text that was stored", async () => {
  const stored = JSON.stringify(locked);
  const opened = await unlockKey(readLockedKey(stored), byPassphrase());
  expect(opened.address).toBe(key.address);
  expect((await wordsOf(opened)).join(" ")).toBe(WORDS);
  expect(stored).not.toMatch(/legal|7f7f7f7f|otter/);
});

test("is what its description says: another program opens it", async () => {
  expect(openAgain(locked, lockOf(locked), byPassphrase())).toBe(ENTROPY.toString("hex"));
  const withPasskey = await lockKey(key, byPasskey());
  expect(openAgain(withPasskey, lockOf(withPasskey), byPasskey())).toBe(ENTROPY.toString("hex"));
});

test("opens what another program locked, also with more rounds", async () => {
  const header = { kind: "passphrase", iterations: 700_001, ...fresh() } as const;
  const lock = sealAgain(key.address, header, byPassphrase());
  const opened = await unlockKey({ ...locked, locks: [lock] }, byPassphrase());
  expect(opened.address).toBe(key.address);
});

test("a passphrase typed full-width or decomposed is the same", async () => {
  const made = await lockKey(key, byPassphrase("が otter 12 canal"));
  const same = byPassphrase("か\u3099　ｏｔｔｅｒ　１２　ｃａｎａｌ");
  expect((await unlockKey(made, same)).address).toBe(key.address);
});

test.each<[string, KeySecret]>([
  ["another passphrase", byPassphrase("otter canal tulips")],
  ["no passphrase", byPassphrase("")],
  ["another case", byPassphrase("Otter canal tulip")],
  ["a passkey it has not", byPasskey()],
])("does not open by %s", async (_, secret) => {
  await expect(unlockKey(locked, secret)).rejects.toThrow(WrongSecretError);
});

test("opens by a passkey, and not by what another passkey gave", async () => {
  const made = await lockKey(key, byPasskey());
  expect((await unlockKey(made, byPasskey())).address).toBe(key.address);
  const wrong = [byPasskey("AAEC-_8", 8), byPasskey("AAEC-_9"), byPassphrase()];
  for (const secret of wrong) {
    await expect(unlockKey(made, secret)).rejects.toThrow(WrongSecretError);
  }
  const short = { ...byPasskey(), prfOutput: new Uint8Array(16) } as KeySecret;
  await expect(unlockKey(made, short)).rejects.toThrow(WrongSecretError);
  await expect(lockKey(key, short)).rejects.toThrow(WrongSecretError);
});

test("has several ways in, each alone, and one can be taken away", async () => {
  const both = await addLock(locked, key, byPasskey());
  const all = await addLock(both, key, byPasskey("phon", 9));
  expect(passkeysOf(all)).toEqual(["AAEC-_8", "phon"]);
  expect(hasPassphrase(all)).toBe(true);
  for (const secret of [byPassphrase(), byPasskey(), byPasskey("phon", 9)]) {
    expect((await unlockKey(all, secret)).address).toBe(key.address);
  }
  const without = removeLock(all, { kind: "passkey", credentialId: "AAEC-_8" });
  await expect(unlockKey(without, byPasskey())).rejects.toThrow(WrongSecretError);
  const passkeyOnly = removeLock(without, { kind: "passphrase" });
  expect([hasPassphrase(passkeyOnly), passkeysOf(passkeyOnly)]).toEqual([false, ["phon"]]);
  expect(() => removeLock(passkeyOnly, { kind: "passphrase" })).toThrow(InvalidLockedKeyError);
  const last = { kind: "passkey", credentialId: "phon" } as const;
  expect(() => removeLock(passkeyOnly, last)).toThrow(InvalidLockedKeyError);
});

test("a new passphrase takes the old one's place", async () => {
  const changed = await addLock(locked, key, byPassphrase("a gull over the pier"));
  expect(changed.locks).toHaveLength(1);
  expect((await unlockKey(changed, byPassphrase("a gull over the pier"))).address).toBe(
    key.address,
  );
  await expect(unlockKey(changed, byPassphrase())).rejects.toThrow(WrongSecretError);
});

test("another key cannot be put behind an account", async () => {
  const other = await createPersonKey();
  await expect(addLock(locked, other, byPasskey())).rejects.toThrow(InvalidLockedKeyError);
  const header = { kind: "passphrase", iterations: 600_000, ...fresh() } as const;
  const swapped = {
    ...locked,
    address: other.address,
    locks: [sealAgain(other.address, header, byPassphrase())],
  };
  await expect(unlockKey(swapped, byPassphrase())).rejects.toThrow(InvalidLockedKeyError);
});

test("two locks of one key and passphrase share nothing", async () => {
  const again = await lockKey(key, byPassphrase());
  for (const field of ["salt", "iv", "ciphertext"] as const) {
    expect(lockOf(again)[field]).not.toBe(lockOf(locked)[field]);
  }
});

test("takes no passphrase that can be guessed, and does not repeat it", async () => {
  const locking = lockKey(key, byPassphrase("password1234"));
  await expect(locking).rejects.toThrow(WeakPassphraseError);
  await expect(locking).rejects.not.toThrow(/password1234/);
  await expect(addLock(locked, key, byPassphrase("aaaaaaaaaaaaaaaa"))).rejects.toThrow(
    WeakPassphraseError,
  );
});

test("whatever is altered in the file, it does not open", async () => {
  const made = await lockKey(key, byPasskey());
  const lock = lockOf(made);
  const flip = (hex: string) => `0x${hex[2] === "0" ? "1" : "0"}${hex.slice(3)}`;
  const altered = [
    ...(["salt", "iv", "ciphertext"] as const).map((field) => ({ [field]: flip(lock[field]) })),
    { credentialId: "AAEC-_9" },
  ].map((change) => ({ ...made, locks: [{ ...lock, ...change }] }) as LockedKey);
  altered.push({ ...made, address: (await createPersonKey()).address });
  for (const file of altered) {
    const secret = byPasskey(passkeysOf(file)[0]);
    await expect(unlockKey(file, secret)).rejects.toThrow(WrongSecretError);
  }
  const rounds = { ...locked, locks: [{ ...lockOf(locked), iterations: 600_001 }] } as LockedKey;
  await expect(unlockKey(rounds, byPassphrase())).rejects.toThrow(WrongSecretError);
});
