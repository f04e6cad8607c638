import { resolve } from "node:path";
import type { Cli } from "../cli.ts";
import { KeyMissingError } from "../errors.ts";
import type { LocalZone } from "../zone/ready-file.ts";

/** How a command line names the key that signs. */
export interface KeyOptions {
  keystore?: string;
  passphraseFile?: string;
}

/** Where the key and its passphrase lie; without a file the passphrase is asked for. */
export interface KeyPlace {
  keystore: string;
  passphraseFile?: string;
}

/**
 * Finds the key that signs: the one named by options, else by the environment, else the person of the
 * local zone. A passphrase file that belongs to another key is never tried.
 *
 * @throws KeyMissingError
 */
export function findKey(cli: Cli, options: KeyOptions, local?: LocalZone): KeyPlace {
  const { RYUGU_KEYSTORE, RYUGU_PASSPHRASE_FILE } = cli.env;
  const passphrase = options.passphraseFile ?? (RYUGU_PASSPHRASE_FILE || undefined);
  const named = options.keystore ?? (RYUGU_KEYSTORE || undefined);
  if (named !== undefined) {
    return {
      keystore: resolve(cli.cwd, named),
      ...(passphrase !== undefined && { passphraseFile: resolve(cli.cwd, passphrase) }),
    };
  }
  if (local?.person !== undefined) return local.person;
  throw new KeyMissingError("No key was named that could sign.", {
    details: [
      "Name an encrypted keystore: --keystore <file> or RYUGU_KEYSTORE=<file>.",
      "Its passphrase is asked for, or read from --passphrase-file or RYUGU_PASSPHRASE_FILE.",
    ],
  });
}
