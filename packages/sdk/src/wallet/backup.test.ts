import { HDNodeWallet, Wallet } from "ethers";
import { beforeAll, expect, test } from "vitest";
import { exportBackup, restoreBackup } from "./backup.ts";
import { InvalidKeystoreError, WrongPassphraseError } from "./errors.ts";
import { createKeyWallet, privateKeyOf } from "./key-wallet.ts";
import { decryptKeystore, encryptKeystore, encryptKeystoreWith } from "./keystore.ts";
import { WeakPassphraseError } from "./passphrase/errors.ts";
import {
  createPersonKey,
  type PersonKey,
  personKeyFromWords,
  wordsOf,
} from "./person/person-key.ts";

const WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const PASSPHRASE = "海辺の otter canal tulip";
const CHEAP = { scrypt: { n: 16, r: 8, p: 1 } };

let key: PersonKey;
let backup: string;
beforeAll(async () => {
  key = await personKeyFromWords(WORDS);
  backup = await exportBackup(key, PASSPHRASE, CHEAP);
});

test("a backup brings back the account and its words", async () => {
  const restored = await restoreBackup(backup, PASSPHRASE);
  expect(restored.address).toBe(key.address);
  expect((await wordsOf(restored)).join(" ")).toBe(WORDS);
});

test("other wallets open it: as a keystore, and ethers with the words", async () => {
  expect((await decryptKeystore(backup, PASSPHRASE)).address).toBe(key.address);
  const other = await Wallet.fromEncryptedJson(backup, PASSPHRASE);
  expect(other.privateKey).toBe(privateKeyOf(key));
  expect((other as HDNodeWallet).mnemonic?.phrase).toBe(WORDS);
});

test("opens what ethers wrote", async () => {
  const json = await HDNodeWallet.fromPhrase(WORDS).encrypt(PASSPHRASE);
  expect((await restoreBackup(json, PASSPHRASE)).address).toBe(key.address);
});

test("costs what keystores cost, and tells how far it is", async () => {
  const [writing, reading]: number[][] = [[], []];
  const onProgress = (into: number[] | undefined) => (fraction: number) => {
    into?.push(fraction);
    return false;
  };
  const json = await exportBackup(key, PASSPHRASE, { onProgress: onProgress(writing) });
  expect(JSON.parse(json).crypto.kdfparams).toMatchObject({ n: 131_072, r: 8, p: 1 });
  await restoreBackup(json, PASSPHRASE, { onProgress: onProgress(reading) });
  for (const steps of [writing, reading]) {
    expect(steps?.length).toBeGreaterThan(5);
    expect(steps).toEqual(steps?.toSorted((a, b) => a - b));
    expect(steps?.[0]).toBeLessThan(0.05);
    expect(steps?.at(-1)).toBe(1);
  }
});

test("holds nothing in clear", () => {
  expect(backup).not.toMatch(/legal|7f7f7f7f/);
  expect(backup).not.toContain(privateKeyOf(key).slice(2));
});

test("a wrong passphrase, and one that can be guessed, are typed errors", async () => {
  await expect(restoreBackup(backup, "another")).rejects.toThrow(WrongPassphraseError);
  await expect(exportBackup(key, "password", CHEAP)).rejects.toThrow(WeakPassphraseError);
});

test("words of another account are refused, though the passphrase is right", async () => {
  const words = { path: key.path, entropy: new Uint8Array(16) };
  const json = await encryptKeystoreWith(createKeyWallet(), PASSPHRASE, { ...CHEAP, words });
  await expect(restoreBackup(json, PASSPHRASE)).rejects.toThrow(InvalidKeystoreError);
});

test("a keystore without twelve words of our path has nothing to restore", async () => {
  const plain = await encryptKeystore(createKeyWallet(), PASSPHRASE, CHEAP);
  await expect(restoreBackup(plain, PASSPHRASE)).rejects.toThrow(/no twelve words/);
  const wallet = createKeyWallet();
  const long = { path: key.path, entropy: new Uint8Array(32) };
  const elsewhere = { path: "m/44'/60'/0'/0/1", entropy: new Uint8Array(16) };
  for (const words of [long, elsewhere]) {
    const json = await encryptKeystoreWith(wallet, PASSPHRASE, { ...CHEAP, words });
    await expect(restoreBackup(json, PASSPHRASE)).rejects.toThrow(/no twelve words/);
    expect((await decryptKeystore(json, PASSPHRASE)).address).toBe(wallet.address);
  }
});

test.each<[string, (file: ReturnType<typeof JSON.parse>) => object]>([
  [
    "words of 10,000 bytes",
    (file) => ({ ...file["x-ethers"], mnemonicCiphertext: "0".repeat(9_000) }),
  ],
  ["words in another language", (file) => ({ ...file["x-ethers"], locale: "ja" })],
  ["words that are a list", () => []],
  ["altered words", (file) => ({ ...file["x-ethers"], mnemonicCounter: "00".repeat(16) })],
])("refuses %s, but not the key beside them", async (_, alter) => {
  const file = JSON.parse(backup);
  const json = JSON.stringify({ ...file, "x-ethers": alter(file) });
  await expect(restoreBackup(json, PASSPHRASE)).rejects.toThrow(InvalidKeystoreError);
  expect((await decryptKeystore(json, PASSPHRASE)).address).toBe(key.address);
});

test("a hostile cost is refused before anything is spent", async () => {
  const file = JSON.parse(backup);
  file.crypto.kdfparams.n = 2 ** 26;
  const restoring = restoreBackup(JSON.stringify(file), PASSPHRASE);
  await expect(restoring).rejects.toThrow(InvalidKeystoreError);
});

test("a copy of a key cannot be backed up", async () => {
  const copy = { ...(await createPersonKey()) };
  await expect(exportBackup(copy, PASSPHRASE, CHEAP)).rejects.toThrow(/not held here/);
});
