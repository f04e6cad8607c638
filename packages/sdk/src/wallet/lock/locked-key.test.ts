import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { createPersonKey } from "../person/person-key.ts";
import { InvalidLockedKeyError } from "./errors.ts";
import { lockKey, unlockKey } from "./lock-key.ts";
import { type LockedKey, readLockedKey } from "./locked-key.ts";

const SECRET = { kind: "passphrase", passphrase: "otter canal tulip" } as const;
let locked: LockedKey;
beforeAll(async () => {
  locked = await lockKey(await createPersonKey(), SECRET);
});

afterEach(() => vi.restoreAllMocks());

test("reads what was written, and writes it again as it was", () => {
  expect(readLockedKey(JSON.stringify(locked))).toEqual(locked);
});

const passkey = (credentialId: string) => ({
  ...locked.locks[0],
  kind: "passkey",
  iterations: undefined,
  credentialId,
});

test.each<[string, (file: LockedKey) => object]>([
  ["another version", (file) => ({ ...file, schema: "ryugu-locked-key/2" })],
  ["no address", ({ schema, locks }) => ({ schema, locks })],
  ["a mistyped address", (file) => ({ ...file, address: file.address.replace(/[a-f]/, "F") })],
  ["a field too many", (file) => ({ ...file, note: "hello" })],
  ["no lock", (file) => ({ ...file, locks: [] })],
  ["two passphrases", (file) => ({ ...file, locks: [...file.locks, ...file.locks] })],
  ["one round", (file) => ({ ...file, locks: [{ ...file.locks[0], iterations: 1 }] })],
  ["too few rounds", (file) => ({ ...file, locks: [{ ...file.locks[0], iterations: 599_999 }] })],
  ["a billion rounds", (file) => ({ ...file, locks: [{ ...file.locks[0], iterations: 1e9 }] })],
  ["half a round", (file) => ({ ...file, locks: [{ ...file.locks[0], iterations: 600_000.5 }] })],
  ["a short salt", (file) => ({ ...file, locks: [{ ...file.locks[0], salt: "0x00" }] })],
  [
    "no tag",
    (file) => ({ ...file, locks: [{ ...file.locks[0], ciphertext: `0x${"00".repeat(16)}` }] }),
  ],
  ["an unknown kind", (file) => ({ ...file, locks: [{ ...file.locks[0], kind: "pin" }] })],
  ["a credential id that is none", (file) => ({ ...file, locks: [passkey("a b0")] })],
  ["a credential id of no whole bytes", (file) => ({ ...file, locks: [passkey("abcde")] })],
  ["an endless credential id", (file) => ({ ...file, locks: [passkey("abcd".repeat(342))] })],
  [
    "a hundred passkeys",
    (file) => ({ ...file, locks: Array.from({ length: 100 }, (_, i) => passkey(`id${i + 10}`)) }),
  ],
])("refuses %s before it spends anything on it", async (_, alter) => {
  const altered = alter(locked);
  expect(() => readLockedKey(JSON.stringify(altered))).toThrow(InvalidLockedKeyError);
  const spending = vi.spyOn(crypto.subtle, "importKey");
  await expect(unlockKey(altered as LockedKey, SECRET)).rejects.toThrow(InvalidLockedKeyError);
  expect(spending).not.toHaveBeenCalled();
});

test.each([
  ["nothing", ""],
  ["no JSON", "locked"],
  ["null", "null"],
  ["a list", "[]"],
  ["a huge text", `"${"x".repeat(40_000)}"`],
])("refuses %s", (_, text) => {
  expect(() => readLockedKey(text)).toThrow(InvalidLockedKeyError);
});

test("says what is wrong without repeating the file", () => {
  const text = JSON.stringify({ ...locked, address: 3 });
  expect(() => readLockedKey(text)).toThrow(/address/);
  expect(() => readLockedKey(text)).not.toThrow(locked.locks[0]?.ciphertext);
});
