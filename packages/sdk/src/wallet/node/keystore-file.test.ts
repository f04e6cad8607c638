import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  InvalidKeystoreError,
  KeystoreExistsError,
  KeystoreFileError,
  WrongPassphraseError,
} from "../errors.ts";
import { createKeyWallet } from "../key-wallet.ts";
import { readKeystoreFile, writeKeystoreFile } from "./keystore-file.ts";

const CHEAP = { scrypt: { n: 16, r: 8, p: 1 } };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ryugu-keystore-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("writes a file for its owner alone, and reads it back", async () => {
  const path = join(folder, "key.json");
  const wallet = createKeyWallet();
  await writeKeystoreFile(path, wallet, "passphrase", CHEAP);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await readKeystoreFile(path, "passphrase")).address).toBe(wallet.address);
  await expect(readKeystoreFile(path, "another")).rejects.toThrow(WrongPassphraseError);
});

test("keeps a file that is there, unless told to overwrite it", async () => {
  const path = join(folder, "kept.json");
  const [first, second] = [createKeyWallet(), createKeyWallet()];
  await writeKeystoreFile(path, first, "passphrase", CHEAP);
  const before = await readFile(path);
  const again = writeKeystoreFile(path, second, "passphrase", CHEAP);
  await expect(again).rejects.toThrow(KeystoreExistsError);
  expect(await readFile(path)).toEqual(before);

  await writeKeystoreFile(path, second, "passphrase", { ...CHEAP, overwrite: true });
  expect((await readKeystoreFile(path, "passphrase")).address).toBe(second.address);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("of two writers at the same time, one wins and nothing is left over", async () => {
  const path = join(folder, "raced.json");
  const wallets = Array.from({ length: 4 }, createKeyWallet);
  const results = await Promise.allSettled(
    wallets.map((wallet) => writeKeystoreFile(path, wallet, "passphrase", CHEAP)),
  );
  const won = wallets.filter((_, index) => results[index]?.status === "fulfilled");
  expect(won).toHaveLength(1);
  expect((await readKeystoreFile(path, "passphrase")).address).toBe(won[0]?.address);
  expect((await readdir(folder)).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("a file that is missing, a folder, or no keystore is a typed error", async () => {
  await expect(readKeystoreFile(join(folder, "none"), "x")).rejects.toThrow(KeystoreFileError);
  await expect(readKeystoreFile(folder, "x")).rejects.toThrow(KeystoreFileError);
  const path = join(folder, "large.json");
  await writeFile(path, "x".repeat(1_000_000));
  await expect(readKeystoreFile(path, "x")).rejects.toThrow(InvalidKeystoreError);
  const nowhere = join(folder, "no-folder", "key.json");
  const writing = writeKeystoreFile(nowhere, createKeyWallet(), "x", CHEAP);
  await expect(writing).rejects.toThrow(KeystoreFileError);
});
