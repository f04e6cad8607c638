import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type Address, address } from "@ryugu/sdk/primitives";
import { encryptKeystoreJson, Wallet } from "ethers";
import { ZoneFolderDamagedError } from "../errors.ts";
import { writeFileAtomic } from "../process/write-atomic.ts";

/**
 * The work of deriving a key from the passphrase. A keystore that people carry uses eight times as much; these
 * passphrases are random and lie beside their keystores.
 */
const SCRYPT = { N: 1 << 14, r: 8, p: 1 };
const PASSPHRASE_BYTES = 24;
/** For nobody else on the machine. */
const SECRET = 0o600;

/** Reads a passphrase's or a token's file, made with a random one if it is not there. */
export function passphrase(path: string): string {
  if (!existsSync(path)) {
    writeFileAtomic(path, `${randomBytes(PASSPHRASE_BYTES).toString("base64url")}\n`, SECRET);
  }
  return readFileSync(path, "utf8").trim();
}

/** Makes a random key and stores it encrypted (Web3 Secret Storage, version 3), if it is not there yet. */
export async function ensureKeystore(path: string, secret: string): Promise<void> {
  if (existsSync(path)) return;
  const { address, privateKey } = Wallet.createRandom();
  const json = await encryptKeystoreJson({ address, privateKey }, secret, { scrypt: SCRYPT });
  writeFileAtomic(path, json, SECRET);
}

/** Whose key a keystore holds, without decrypting it. Throws ZoneFolderDamagedError. */
export function keystoreAddress(path: string): Address {
  try {
    const { address: digits } = JSON.parse(readFileSync(path, "utf8"));
    return address(`0x${digits}`);
  } catch (cause) {
    throw new ZoneFolderDamagedError("A keystore of the zone cannot be read.", {
      cause,
      details: [path],
    });
  }
}

/** Decrypts a keystore. */
export async function openKeystore(path: string, secret: string): Promise<Wallet> {
  const wallet = await Wallet.fromEncryptedJson(readFileSync(path, "utf8"), secret);
  return new Wallet(wallet.privateKey);
}
