import { scrypt as nodeScrypt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { scrypt, Wallet } from "ethers";
import { KeystoreError } from "./errors.ts";

/** The most memory that a keystore's key derivation may take: a stranger's file must not take it all. */
const MAX_MEMORY = 512 * 1024 * 1024;

// Node's own scrypt runs on another thread and five times as fast as the portable one.
scrypt.register(
  (password, salt, N, r, p, length) =>
    new Promise<string>((resolve, reject) => {
      nodeScrypt(password, salt, length, { N, r, p, maxmem: MAX_MEMORY }, (error, key) => {
        if (error === null) resolve(`0x${key.toString("hex")}`);
        else reject(error);
      });
    }),
);

/**
 * Opens an encrypted keystore (Web3 Secret Storage, version 3).
 *
 * @param what - whose key it is, for the error
 * @throws KeystoreError
 */
export async function openKeystore(
  path: string,
  passphrase: string,
  what: string,
): Promise<Wallet> {
  const fail = (why: string, cause: unknown) =>
    new KeystoreError(`${what} ${why}`, { cause, details: [`File: ${path}`] });
  let json: string;
  try {
    json = await readFile(path, "utf8");
  } catch (cause) {
    throw fail("cannot be read.", cause);
  }
  try {
    const opened = await Wallet.fromEncryptedJson(json, passphrase);
    return new Wallet(opened.privateKey);
  } catch (cause) {
    throw fail("cannot be decrypted: a wrong passphrase, or no keystore.", cause);
  }
}
