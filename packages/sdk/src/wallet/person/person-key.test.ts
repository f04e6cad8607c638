import { inspect } from "node:util";
import { HDNodeWallet, Mnemonic, verifyMessage } from "ethers";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { CryptoUnavailableError, InvalidPrivateKeyError } from "../errors.ts";
import { createKeyWallet, privateKeyOf } from "../key-wallet.ts";
import { InvalidWordsError } from "./errors.ts";
import {
  createPersonKey,
  type PersonKey,
  personKeyFromEntropy,
  personKeyFromWords,
  wordsOf,
} from "./person-key.ts";

afterEach(() => vi.unstubAllGlobals());

// Entropy and words are of BIP-39's own vectors; the addresses are what common wallets show for the words.
const KNOWN = [
  [
    "00000000000000000000000000000000",
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
    "0x9858EfFD232B4033E47d90003D41EC34EcaEda94",
  ],
  [
    "7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "0x58A57ed9d8d624cBD12e2C467D34787555bB1b25",
  ],
  [
    "ffffffffffffffffffffffffffffffff",
    "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
    "0xfc2077CA7F403cBECA41B1B0F62D91B5EA631B5E",
  ],
] as const;
const WORDS = KNOWN[1][1];
const ADDRESS = KNOWN[1][2];

async function refusalOf(text: string): Promise<InvalidWordsError> {
  const error = await personKeyFromWords(text).catch((thrown: unknown) => thrown);
  if (error instanceof InvalidWordsError) return error;
  throw new Error(`not refused: ${text}`);
}

test.each(KNOWN)("entropy %s has its words and its account", async (entropy, words, address) => {
  const key = await createPersonKey(() => Buffer.from(entropy, "hex"));
  expect((await wordsOf(key)).join(" ")).toBe(words);
  expect(key).toMatchObject({ kind: "key", address, path: "m/44'/60'/0'/0/0" });
  expect((await personKeyFromWords(words)).address).toBe(address);
});

test("any key is what another wallet makes of its words", async () => {
  const entropies = fc.uint8Array({ minLength: 16, maxLength: 16 });
  await fc.assert(
    fc.asyncProperty(entropies, async (entropy) => {
      const key = await personKeyFromEntropy(entropy);
      const sentence = (await wordsOf(key)).join(" ");
      expect(sentence).toBe(Mnemonic.fromEntropy(entropy).phrase);
      const other = HDNodeWallet.fromPhrase(sentence);
      expect([key.address, privateKeyOf(key)]).toEqual([other.address, other.privateKey]);
      const again = await personKeyFromWords(sentence);
      expect(await wordsOf(again)).toEqual(await wordsOf(key));
    }),
    { numRuns: 20 },
  );
});

test("the key signs, and two keys are two accounts", async () => {
  const [key, other] = [await createPersonKey(), await createPersonKey()];
  expect(verifyMessage("hello", await key.signMessage("hello"))).toBe(key.address);
  expect(other.address).not.toBe(key.address);
});

test.each([
  ["case", WORDS.toUpperCase()],
  ["more spaces and lines", `  ${WORDS.replaceAll(" ", " \t\r\n ")}\n`],
  ["ideographic spaces", WORDS.replaceAll(" ", "\u3000")],
  ["no-break spaces", WORDS.replaceAll(" ", "\u00a0")],
  ["full-width letters", WORDS.replace("legal", "ｌｅｇａｌ")],
])("takes the words with %s", async (_, text) => {
  expect((await personKeyFromWords(text)).address).toBe(ADDRESS);
});

test("says which words are not in the list, and does not repeat them", async () => {
  const error = await refusalOf(WORDS.replace("winner", "winnar").replace("yellow", "黄色"));
  expect(error).toMatchObject({ reason: "unknown-word", positions: [2, 12] });
  expect(inspect(error) + JSON.stringify(error)).not.toMatch(/winnar|黄色|legal/);
});

test("says when the words are good but the sentence is not", async () => {
  const error = await refusalOf(WORDS.replace("thank year", "year thank"));
  expect(error).toMatchObject({ reason: "checksum", positions: [] });
});

test.each([
  ["nothing", ""],
  ["eleven", WORDS.split(" ").slice(1).join(" ")],
  ["thirteen", `${WORDS} zoo`],
  ["twenty-four", `${WORDS} ${WORDS}`],
  ["commas for spaces", WORDS.replaceAll(" ", ",")],
  ["a megabyte", `${WORDS} `.repeat(20_000)],
  ["a megabyte that begins with twelve words", WORDS + " ".repeat(1_000_000)],
])("refuses %s by the number of words", async (_, text) => {
  expect((await refusalOf(text)).reason).toBe("count");
});

test("no wrong sentence of the list's words is taken for a key", async () => {
  // Four bits of checksum: of random twelve words one in sixteen is a key.
  let taken = 0;
  const known = WORDS.split(" ");
  for (let i = 0; i < known.length; i++) {
    const swapped = known.with(i, "abandon").join(" ");
    if (
      await personKeyFromWords(swapped).then(
        () => true,
        () => false,
      )
    )
      taken++;
  }
  expect(taken).toBeLessThan(4);
});

test.each([[0], [15], [17], [32]])("%i bytes are no entropy", async (length) => {
  const random = () => new Uint8Array(length);
  await expect(createPersonKey(random)).rejects.toThrow(InvalidPrivateKeyError);
});

test("a change to the given bytes afterwards changes nothing", async () => {
  const bytes = new Uint8Array(16).fill(0x7f);
  const key = await createPersonKey(() => bytes);
  bytes.fill(0);
  expect((await wordsOf(key)).join(" ")).toBe(WORDS);
});

test("no log, inspector or JSON shows the secrets", async () => {
  const key = await personKeyFromWords(WORDS);
  const shown = inspect(key, { depth: 9, showHidden: true }) + JSON.stringify(key);
  expect(shown).not.toMatch(/legal|7f7f7f/);
  expect(shown).not.toContain(privateKeyOf(key).slice(2));
});

test("a copy, or a wallet without words, gives none", async () => {
  const key = await createPersonKey();
  await expect(wordsOf({ ...key })).rejects.toThrow(InvalidPrivateKeyError);
  await expect(wordsOf(createKeyWallet() as PersonKey)).rejects.toThrow(InvalidPrivateKeyError);
});

test("says so where the browser gives no cryptography", async () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  await expect(createPersonKey()).rejects.toThrow(CryptoUnavailableError);
});
