import { type KeyWallet, keyWallet } from "@ryugu/sdk/wallet";
import { readKeystoreFile } from "@ryugu/sdk/wallet/node";
import type { Cli } from "../cli.ts";
import { KeyMissingError } from "../errors.ts";
import { readTextSource } from "../input/read-source.ts";
import { faint } from "../output/style.ts";
import type { LocalZone } from "../zone/ready-file.ts";
import { findKey, type KeyOptions, type KeyPlace } from "./key-place.ts";

/** No passphrase is longer, in bytes. */
const MAX_PASSPHRASE = 4_096;

/**
 * Opens the key that signs.
 *
 * @throws KeyMissingError, InputUnreadableError, KeystoreFileError, InvalidKeystoreError, WrongPassphraseError
 */
export async function loadKey(
  cli: Cli,
  options: KeyOptions,
  local?: LocalZone,
): Promise<KeyWallet> {
  const place = findKey(cli, options, local);
  const passphrase = await passphraseOf(cli, place);
  cli.output.progress(faint("Opening the key …"));
  return readKeystoreFile(place.keystore, passphrase);
}

/** How a command line names a key that may also stand in the environment, as where machines deploy. */
export interface PayerOptions extends KeyOptions {
  /** The name of the variable that holds the private key. */
  keyEnv?: string;
}

/**
 * Opens the key that pays, from a keystore or from a variable of the environment.
 *
 * @throws KeyMissingError, InvalidPrivateKeyError, and all that {@link loadKey} throws
 */
export async function loadPayer(
  cli: Cli,
  options: PayerOptions,
  local?: LocalZone,
): Promise<KeyWallet> {
  const { keyEnv, ...named } = options;
  if (keyEnv === undefined) return loadKey(cli, named, local);
  const value = cli.env[keyEnv];
  if (value !== undefined && value !== "") return keyWallet(value.trim());
  throw new KeyMissingError(`The variable ${keyEnv} holds no key.`);
}

async function passphraseOf(cli: Cli, { keystore, passphraseFile }: KeyPlace): Promise<string> {
  if (passphraseFile !== undefined) {
    const text = await readTextSource(cli, passphraseFile, MAX_PASSPHRASE);
    return text.replace(/\r?\n$/, "");
  }
  if (cli.askSecret !== undefined) return cli.askSecret(`Passphrase of ${keystore}: `);
  throw new KeyMissingError("The key's passphrase is missing, and nobody is here to ask.", {
    details: [
      `Keystore: ${keystore}`,
      "Name a file: --passphrase-file <file> or RYUGU_PASSPHRASE_FILE.",
    ],
  });
}
