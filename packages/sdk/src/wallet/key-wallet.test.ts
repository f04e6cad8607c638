import { inspect } from "node:util";
import { JsonRpcProvider, verifyMessage, verifyTypedData } from "ethers";
import { expect, test } from "vitest";
import { InvalidPrivateKeyError } from "./errors.ts";
import { createKeyWallet, type KeyWallet, keyWallet, privateKeyOf } from "./key-wallet.ts";

// EIP-712's own example: the key is keccak256("cow"), the signature is the standard's.
const COW = "0xc85ef7d79691fe79573b1a7064c19c1a9819ebdbd1faaab1a8ec92344438aaf4";
const DOMAIN = {
  name: "Ether Mail",
  version: "1",
  chainId: 1,
  verifyingContract: "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC",
};
const PERSON = [
  { name: "name", type: "string" },
  { name: "wallet", type: "address" },
];
const TYPES = {
  Person: PERSON,
  Mail: [
    { name: "from", type: "Person" },
    { name: "to", type: "Person" },
    { name: "contents", type: "string" },
  ],
};
const MAIL = {
  from: { name: "Cow", wallet: "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" },
  to: { name: "Bob", wallet: "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
  contents: "Hello, Bob!",
};

test("signs EIP-712's example as the standard does", async () => {
  const cow = keyWallet(COW);
  expect(cow.address).toBe("0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826");
  expect(await cow.signTypedData(DOMAIN, TYPES, MAIL)).toBe(
    "0x4355c47d63924e8a72e509b65029052eb6c299d53a04e167c5775fd466751c9d07299936d304c153f6443dfa05f40ff007d72911b6f72307f996231605b915621c",
  );
});

test("makes a new key each time, and it signs", async () => {
  const [a, b] = [createKeyWallet(), createKeyWallet()];
  expect(a.address).not.toBe(b.address);
  const signature = await a.signTypedData(DOMAIN, TYPES, MAIL);
  expect(verifyTypedData(DOMAIN, TYPES, MAIL, signature)).toBe(a.address);
});

test("signs a text as EIP-191 says", async () => {
  const text = "海の底へ ようこそ";
  const signature = await keyWallet(COW).signMessage(text);
  expect(signature).toMatch(/^0x[0-9a-f]{130}$/);
  expect(verifyMessage(text, signature)).toBe(keyWallet(COW).address);
});

test("gives an ethers signer that sends through a provider", async () => {
  const provider = new JsonRpcProvider("http://127.0.0.1:1", 31337, { staticNetwork: true });
  const signer = keyWallet(COW).connect(provider);
  expect(signer.provider).toBe(provider);
  expect(await signer.getAddress()).toBe(keyWallet(COW).address);
  const transaction = { to: signer.getAddress(), nonce: 0, gasLimit: 21_000, gasPrice: 1, type: 0 };
  expect(await signer.signTransaction({ ...transaction, chainId: 31337 })).toMatch(/^0x/);
  provider.destroy();
});

test("shows its key to nobody who logs it", () => {
  const provider = new JsonRpcProvider("http://127.0.0.1:1", 31337, { staticNetwork: true });
  const wallet = keyWallet(COW);
  const signer = wallet.connect(provider);
  for (const thing of [wallet, signer, { wallet, signer }]) {
    const shown = [
      inspect(thing, { depth: 10, showHidden: true, getters: false }),
      JSON.stringify(thing, (key, value) => (key === "provider" ? undefined : value)),
      String(thing),
      Object.values(thing).map(String).join(),
    ].join("\n");
    expect(shown.toLowerCase()).not.toContain(COW.slice(2));
    expect(shown).not.toContain(BigInt(COW).toString());
  }
  expect(inspect(wallet)).toContain(wallet.address);
  provider.destroy();
});

const NEARLY = `${COW}00`;
test.each([
  ["a key that is too long", NEARLY],
  ["a key without 0x", COW.slice(2)],
  ["zero", `0x${"00".repeat(32)}`],
  ["a key above the curve's order", `0x${"ff".repeat(32)}`],
  ["a sentence", "open sesame"],
  ["what is no text", 5 as unknown as string],
])("refuses %s without repeating it", (_, key) => {
  let error: unknown;
  try {
    keyWallet(key);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(InvalidPrivateKeyError);
  const shown = `${inspect(error, { depth: 10, showHidden: true })}${JSON.stringify(error)}`;
  const message = shown.replaceAll(/\n\s+at .*/g, "");
  if (String(key).length > 8) expect(message).not.toContain(String(key).slice(2));
});

test("holds no key of a wallet that was made elsewhere", () => {
  const copy = { ...keyWallet(COW) } as KeyWallet;
  expect(() => privateKeyOf(copy)).toThrow(InvalidPrivateKeyError);
});
