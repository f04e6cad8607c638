import { inspect } from "node:util";
import { decryptKeystoreJson } from "ethers";
import { expect, test } from "vitest";
import { InvalidKeystoreError, InvalidPrivateKeyError, WrongPassphraseError } from "./errors.ts";
import { createKeyWallet, keyWallet, privateKeyOf } from "./key-wallet.ts";
import { decryptKeystore, encryptKeystore } from "./keystore.ts";

const CHEAP = { scrypt: { n: 16, r: 8, p: 1 } };

// The PBKDF2 test vector of the Web3 Secret Storage definition; its passphrase is "testpassword".
const SECRET = "0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d";
const ADDRESS = "0x008AeEda4D805471dF9b2A5B0f38A0C3bCBA786b";
const PBKDF2 = {
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "6087dab2f9fdbbfaddc31a909735c1e6" },
    ciphertext: "5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46",
    kdf: "pbkdf2",
    kdfparams: {
      c: 262144,
      dklen: 32,
      prf: "hmac-sha256",
      salt: "ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd",
    },
    mac: "517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2",
  },
  id: "3198bc9c-6672-5ab3-d995-4942343ae5b6",
  version: 3,
};
// The definition's scrypt vectors cannot be used: one breaks RFC 7914's bound on n for its r (it is
// among the refused below), the passphrase of the other is not the one given. This one is geth's
// own (accounts/keystore/testdata/very-light-scrypt.json); its passphrase is empty.
const SCRYPT_ADDRESS = "0x45DeA0FB0bBA44f4fcF290bbA71Fd57d7117Cbb8";
const SCRYPT = {
  address: SCRYPT_ADDRESS.slice(2).toLowerCase(),
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "dc4926b48a105133d2f16b96833abf1e" },
    ciphertext: "b87781948a1befd247bff51ef4063f716cf6c2d3481163e9a8f42e1f9bb74145",
    kdf: "scrypt",
    kdfparams: {
      dklen: 32,
      n: 2,
      p: 1,
      r: 8,
      salt: "004244bbdc51cadda545b1cfa43cff9ed2ae88e08c61f1479dbb45410722f8f0",
    },
    mac: "39990c1684557447940d4c69e06b1b82b2aceacb43f284df65c956daf3046b85",
  },
  id: "ce541d8d-c79b-40f8-9f8c-20f59616faba",
  version: 3,
};

test("opens keystores that others made, with PBKDF2 and with scrypt", async () => {
  const wallet = await decryptKeystore(JSON.stringify(PBKDF2), "testpassword");
  expect(wallet.address).toBe(ADDRESS);
  expect(privateKeyOf(wallet)).toBe(SECRET);
  expect((await decryptKeystore(JSON.stringify(SCRYPT), "")).address).toBe(SCRYPT_ADDRESS);
});

test("encrypts with a cost of 128 MiB unless told otherwise", async () => {
  const wallet = createKeyWallet();
  const json = await encryptKeystore(wallet, "x");
  expect(JSON.parse(json).crypto.kdfparams).toMatchObject({ n: 131072, r: 8, p: 1 });
  expect((await decryptKeystore(json, "x")).address).toBe(wallet.address);
});

test("opens what it wrote, and so does another tool", async () => {
  const wallet = createKeyWallet();
  const json = await encryptKeystore(wallet, "竜宮 passphrase", CHEAP);
  const opened = await decryptKeystore(json, "竜宮 passphrase");
  expect(privateKeyOf(opened)).toBe(privateKeyOf(wallet));
  const { privateKey } = await decryptKeystoreJson(json, "竜宮 passphrase");
  expect(privateKey).toBe(privateKeyOf(wallet));
  expect(json).not.toContain(privateKeyOf(wallet).slice(2));
});

test("reads the older spelling Crypto", async () => {
  const { crypto, ...rest } = JSON.parse(await encryptKeystore(keyWallet(SECRET), "x", CHEAP));
  const wallet = await decryptKeystore(JSON.stringify({ ...rest, Crypto: crypto }), "x");
  expect(wallet.address).toBe(ADDRESS);
});

test("says that a passphrase is wrong, and repeats neither it nor the key", async () => {
  const json = await encryptKeystore(keyWallet(SECRET), "right", CHEAP);
  const error = await decryptKeystore(json, "wrong-passphrase-text").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(WrongPassphraseError);
  const shown = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
  expect(shown).not.toContain("wrong-passphrase-text");
  expect(shown).not.toContain(SECRET.slice(2));
});

test("encrypts no wallet whose key it does not hold", async () => {
  const copy = { ...createKeyWallet() };
  await expect(encryptKeystore(copy, "x", CHEAP)).rejects.toThrow(InvalidPrivateKeyError);
});

test("tells a keystore whose address is another key's from a wrong passphrase", async () => {
  const keystore = JSON.parse(await encryptKeystore(keyWallet(SECRET), "x", CHEAP));
  keystore.address = createKeyWallet().address;
  const error = await decryptKeystore(JSON.stringify(keystore), "x").catch((thrown) => thrown);
  expect(error).toBeInstanceOf(InvalidKeystoreError);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(SECRET.slice(2));
});

/** The scrypt vector with some of its parameters changed. */
const costing = (kdfparams: object) =>
  JSON.stringify({
    ...SCRYPT,
    crypto: { ...SCRYPT.crypto, kdfparams: { ...SCRYPT.crypto.kdfparams, ...kdfparams } },
  });

test.each([
  ["no JSON", "keystore"],
  ["no object", "3"],
  ["null", "null"],
  ["version 1", JSON.stringify({ ...SCRYPT, version: 1 })],
  ["no crypto", JSON.stringify({ version: 3 })],
  ["another cipher", JSON.stringify({ ...SCRYPT, crypto: { ...SCRYPT.crypto, cipher: "none" } })],
  ["a short key", JSON.stringify({ ...SCRYPT, crypto: { ...SCRYPT.crypto, ciphertext: "00" } })],
  ["a huge text", JSON.stringify({ ...SCRYPT, x: "x".repeat(20_000) })],
  ["64 GiB of memory", costing({ n: 2 ** 26 })],
  ["wide blocks", costing({ n: 2, r: 2 ** 30 })],
  ["endless rounds", costing({ n: 2, r: 1, p: 2 ** 29 })],
  ["an n that is no power of two", costing({ n: 1000 })],
  ["a negative n", costing({ n: -1024 })],
  ["a fraction", costing({ n: 1.5 })],
  ["too small blocks for its n", costing({ n: 2 ** 18, r: 1, p: 8 })],
])("refuses %s before spending anything on it", async (_, json) => {
  await expect(decryptKeystore(json, "testpassword")).rejects.toThrow(InvalidKeystoreError);
});
