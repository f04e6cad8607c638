import { RyuguError } from "@ryugu/sdk/errors";
import type { Address } from "@ryugu/sdk/primitives";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import { AbstractProvider, type Signer } from "ethers";
import { KeystoreError } from "./errors.ts";
import { useNativeScrypt } from "./native-scrypt.ts";

useNativeScrypt();

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
