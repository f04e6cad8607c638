import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { RyuguError } from "../../errors/index.ts";
import { InvalidKeystoreError, KeystoreExistsError, KeystoreFileError } from "../errors.ts";
import type { KeyWallet } from "../key-wallet.ts";
import { decryptKeystore, encryptKeystore, type ScryptCost } from "../keystore.ts";
import { MAX_KEYSTORE_LENGTH } from "../keystore-format.ts";

/** How {@link writeKeystoreFile} writes. */
export interface WriteKeystoreOptions {
  /** Whether a file that is there may be replaced. No, if not given. */
  overwrite?: boolean;
  scrypt?: ScryptCost;
}

/**
 * Opens a keystore file.
 *
 * @throws KeystoreFileError when it cannot be read
 * @throws InvalidKeystoreError
 * @throws WrongPassphraseError
 */
export async function readKeystoreFile(path: string, passphrase: string): Promise<KeyWallet> {
  return decryptKeystore(await guard(path, () => readBounded(path)), passphrase);
}

/**
 * Encrypts a wallet's key into a file that only its owner may read (mode 0600). The file appears
 * whole or not at all, and one that is there is kept unless `overwrite` is set.
 *
 * @throws KeystoreExistsError
 * @throws KeystoreFileError when it cannot be written
 */
export async function writeKeystoreFile(
  path: string,
  wallet: KeyWallet,
  passphrase: string,
  options: WriteKeystoreOptions = {},
): Promise<void> {
  const json = await encryptKeystore(wallet, passphrase, options);
  const partial = join(dirname(path), `.${randomUUID()}.partial`);
  await guard(path, async () => {
    try {
      await writeSynced(partial, `${json}\n`);
      // A link, unlike a rename, fails when the name is taken: no moment between look and write.
      if (options.overwrite === true) await rename(partial, path);
      else await link(partial, path);
    } finally {
      await rm(partial, { force: true });
    }
    await syncFolder(dirname(path));
  });
}

async function readBounded(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const bytes = new Uint8Array(MAX_KEYSTORE_LENGTH + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = (await file.read(bytes, length, bytes.length - length, length)).bytesRead;
    }
    if (length <= MAX_KEYSTORE_LENGTH) return new TextDecoder().decode(bytes.subarray(0, length));
    throw new InvalidKeystoreError("The file is too large to be a keystore.", {
      details: [`File: ${path}`, `Limit: ${MAX_KEYSTORE_LENGTH} bytes`],
    });
  } finally {
    await file.close();
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    // The creation mode is narrowed by the process's umask; this one is exact.
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

/** Turns what the file system throws into a typed error. */
async function guard<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    if (cause instanceof RyuguError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") {
      throw new KeystoreExistsError("A file is there already; it was not touched.", {
        details: [`File: ${path}`],
      });
    }
    throw new KeystoreFileError("The keystore file could not be read or written.", {
      cause,
      details: [`File: ${path}`, cause instanceof Error ? cause.message : String(cause)],
    });
  }
}
