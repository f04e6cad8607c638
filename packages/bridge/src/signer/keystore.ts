import { scrypt as nodeScrypt } from "node:crypto";
import { RyuguError } from "@ryugu/sdk/errors";
import type { Address } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { AbstractProvider, type Signer, scrypt } from "ethers";
import { KeystoreError } from "./errors.ts";

/** What a keystore's key derivation may take, in bytes; the SDK refuses keystores that ask for more. */
const MAX_MEMORY = 640 * 1_024 * 1_024;

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

/** Signing asks nothing of a network. */
const NO_NETWORK = new AbstractProvider();

/** An account whose key is in this process's memory. */
export interface OpenedKey {
  account: Address;
  signer: Signer;
}

/**
 * Opens an encrypted keystore (Web3 Secret Storage, version 3) as a signer that sends nothing itself.
 *
 * @param what - whose key it is, for the error
 * @throws KeystoreError
 */
export async function openKeystore(
  path: string,
  passphrase: string,
  what: string,
): Promise<OpenedKey> {
  try {
    const wallet = await readKeystoreFile(path, passphrase);
    return { account: wallet.address, signer: wallet.connect(NO_NETWORK) };
  } catch (cause) {
    if (!(cause instanceof RyuguError)) throw cause;
    throw new KeystoreError(`${what} cannot be opened.`, {
      cause,
      details: [`File: ${path}`, cause.shortMessage, ...cause.details],
    });
  }
}
