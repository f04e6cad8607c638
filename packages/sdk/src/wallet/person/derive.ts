import { SigningKey } from "ethers";
import { bytesToHex, type Hex, hexToBytes } from "../../primitives/index.ts";
import { ownBytes, utf8, webCrypto } from "../web-crypto.ts";

/** The first account of every common wallet (BIP-44). */
export const PERSON_PATH = "m/44'/60'/0'/0/0";

const HARDENED = 0x8000_0000;
const STEPS = [44 + HARDENED, 60 + HARDENED, HARDENED, 0, 0] as const;
const SEED_ROUNDS = 2_048;
const CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

interface Node {
  key: Uint8Array;
  chainCode: Uint8Array;
}

/**
 * The private key of a sentence's first account: BIP-39's seed without a password, then BIP-32 along
 * {@link PERSON_PATH}.
 */
export async function derivePrivateKey(words: readonly string[]): Promise<Hex> {
  let node = await expand(utf8("Bitcoin seed"), await seedOf(words.join(" ")));
  for (const step of STEPS) node = await child(node, step);
  return bytesToHex(node.key);
}

async function seedOf(sentence: string): Promise<Uint8Array> {
  const subtle = webCrypto();
  const material = await subtle.importKey("raw", utf8(sentence), "PBKDF2", false, ["deriveBits"]);
  const rounds = { name: "PBKDF2", hash: "SHA-512", salt: utf8("mnemonic") };
  return new Uint8Array(
    await subtle.deriveBits({ ...rounds, iterations: SEED_ROUNDS }, material, 512),
  );
}

/** One step down (BIP-32, private parent to private child). */
async function child(parent: Node, step: number): Promise<Node> {
  const data = new Uint8Array(37);
  if (step >= HARDENED) data.set(parent.key, 1);
  else data.set(hexToBytes(SigningKey.computePublicKey(bytesToHex(parent.key), true)));
  new DataView(data.buffer).setUint32(33, step);
  const { key, chainCode } = await expand(parent.chainCode, data);
  // BIP-32 calls a sum of 0, or a left half past the order, invalid: one key in 2^127. The wallet refuses 0.
  const sum = (BigInt(bytesToHex(key)) + BigInt(bytesToHex(parent.key))) % CURVE_ORDER;
  return { key: hexToBytes(`0x${sum.toString(16).padStart(64, "0")}`), chainCode };
}

async function expand(key: Uint8Array, data: Uint8Array): Promise<Node> {
  const subtle = webCrypto();
  const hmac = { name: "HMAC", hash: "SHA-512" };
  const imported = await subtle.importKey("raw", ownBytes(key), hmac, false, ["sign"]);
  const out = new Uint8Array(await subtle.sign("HMAC", imported, ownBytes(data)));
  return { key: out.subarray(0, 32), chainCode: out.subarray(32) };
}
