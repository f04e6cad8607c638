import { type Address, address, type Hex } from "@ryugu/sdk/primitives";
import { computeAddress, id, SigningKey } from "ethers";

/** The order of secp256k1's group. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/** A key that signs in microseconds. */
export interface QuickKey {
  readonly address: Address;
  /** A signature of 64 bytes (EIP-2098) that recovers to the address. */
  sign(digest: string): Hex;
}

/**
 * A key for simulations only: its signatures are real, but they share one nonce, which gives the key away to
 * anybody who sees two. What is expensive in a signature, a point of the curve, is computed once.
 */
export function quickKey(name: string): QuickKey {
  const key = id(`${name} key`);
  const nonce = id(`${name} nonce`);
  const point = new SigningKey(nonce).publicKey;
  const r = BigInt(`0x${point.slice(4, 68)}`) % ORDER;
  const odd = BigInt(`0x${point.slice(68)}`) & 1n;
  const inverse = inverseOf(BigInt(nonce) % ORDER);
  const secret = (r * (BigInt(key) % ORDER)) % ORDER;
  return {
    address: address(computeAddress(key)),
    sign(digest) {
      const raw = (inverse * ((BigInt(digest) + secret) % ORDER)) % ORDER;
      const isHigh = raw > ORDER / 2n;
      const s = isHigh ? ORDER - raw : raw;
      const parity = isHigh ? 1n - odd : odd;
      return `0x${word(r)}${word(s | (parity << 255n))}`;
    },
  };
}

const word = (value: bigint): string => value.toString(16).padStart(64, "0");

/** The inverse of a number in the group, by Euclid's algorithm. */
function inverseOf(value: bigint): bigint {
  let [a, b, x, y] = [value, ORDER, 1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % ORDER) + ORDER) % ORDER;
}
