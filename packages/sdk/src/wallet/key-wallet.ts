import { BaseWallet, hexlify, randomBytes, SigningKey } from "ethers";
import { address, type Hex } from "../primitives/index.ts";
import { InvalidPrivateKeyError } from "./errors.ts";
import type { Wallet } from "./wallet.ts";

/** Keys lie here and not on the wallets, where a log or an inspector could find them. */
const PRIVATE_KEYS = new WeakMap<Wallet, Hex>();

/** A wallet whose key was made here. Its key leaves it only through `encryptKeystore`. */
export interface KeyWallet extends Wallet {
  readonly kind: "key";
}

/** Makes a wallet with a new random key (secp256k1), from the platform's randomness. */
export function createKeyWallet(): KeyWallet {
  return keyWallet(hexlify(randomBytes(32)));
}

/**
 * Makes a wallet of a private key.
 *
 * @param privateKey - 32 bytes as a 0x string
 * @throws InvalidPrivateKeyError which does not repeat the key
 */
export function keyWallet(privateKey: string): KeyWallet {
  return keyWalletWith(privateKey, {});
}

/** {@link keyWallet} with more fields on it. Not exported by the package. */
export function keyWalletWith<Extra extends object>(
  privateKey: string,
  extra: Extra,
): KeyWallet & Extra {
  const account = openKey(privateKey);
  const wallet: KeyWallet = {
    kind: "key",
    address: address(account.address),
    signTypedData: async (domain, types, message) =>
      (await account.signTypedData(domain, types, message)) as Hex,
    signMessage: async (message) => (await account.signMessage(message)) as Hex,
    connect: (provider) => account.connect(provider),
  };
  const whole = Object.freeze({ ...extra, ...wallet });
  PRIVATE_KEYS.set(whole, account.privateKey as Hex);
  return whole;
}

/**
 * The private key of a wallet made here. Not exported by the package.
 *
 * @throws InvalidPrivateKeyError when the wallet was not made here
 */
export function privateKeyOf(wallet: KeyWallet): Hex {
  const key = PRIVATE_KEYS.get(wallet);
  if (key === undefined) {
    throw new InvalidPrivateKeyError("The wallet's key is not held here.");
  }
  return key;
}

// Not ethers' `Wallet`, which brings mnemonics, word lists and keystores into every page.
function openKey(privateKey: string): BaseWallet {
  if (typeof privateKey === "string" && /^0x[0-9a-fA-F]{64}$/.test(privateKey)) {
    try {
      return new BaseWallet(new SigningKey(privateKey));
    } catch {
      // Zero, or not below the curve's order. The cause is dropped: it may repeat the key.
    }
  }
  throw new InvalidPrivateKeyError("Expected a private key: 32 bytes of 0x hex, within the curve.");
}
