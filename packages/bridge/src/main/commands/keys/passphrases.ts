import { ratePassphrase, WeakPassphraseError } from "@ryugu/sdk/wallet";
import { PassphraseMissingError } from "../../../signer/errors.ts";
import { createPassphraseFile, readPassphraseFile } from "../../../signer/passphrase-file.ts";
import type { Terminal } from "../../terminal/terminal.ts";

/** Where a passphrase comes from: a file, or whoever sits at the terminal. */
export interface PassphraseSource {
  file: string | undefined;
  /** The option that names the file, for the error. */
  option: string;
  terminal: Terminal;
}

/** A passphrase for something new. */
export interface NewPassphrase {
  passphrase: string;
  /** The file that was made for it, if one was. */
  made?: string;
}

/**
 * The passphrase of a keystore that is there.
 *
 * @throws PassphraseMissingError
 */
export async function currentPassphrase(
  { file, option, terminal }: PassphraseSource,
  keystore: string,
): Promise<string> {
  if (file === undefined) return ask(terminal, option, `Passphrase of ${keystore}: `);
  const found = await readPassphraseFile(file);
  if (found !== undefined) return found;
  throw new PassphraseMissingError("There is no such passphrase file.", {
    details: [`File: ${file}`],
  });
}

/**
 * A passphrase for a new keystore: what the file holds; a random one, written there, where the file does not
 * exist; otherwise it is asked for, twice.
 *
 * @throws PassphraseMissingError, WeakPassphraseError
 */
export async function newPassphrase(
  { file, option, terminal }: PassphraseSource,
  keystore: string,
): Promise<NewPassphrase> {
  if (file === undefined) return { passphrase: await askTwice(terminal, option, keystore) };
  const found = await readPassphraseFile(file);
  if (found === undefined) return { passphrase: await createPassphraseFile(file), made: file };
  return { passphrase: enough(found) };
}

async function askTwice(terminal: Terminal, option: string, keystore: string): Promise<string> {
  const first = enough(await ask(terminal, option, `New passphrase of ${keystore}: `));
  const second = await ask(terminal, option, "The same once more: ");
  if (first === second) return first;
  throw new PassphraseMissingError("The two passphrases are not the same. Nothing was written.");
}

async function ask({ askSecret }: Terminal, option: string, question: string): Promise<string> {
  if (askSecret !== undefined) return askSecret(question);
  throw new PassphraseMissingError("A passphrase is needed, and nobody can be asked for it.", {
    details: [`Name a file that holds it: --${option} <file>`],
  });
}

function enough(passphrase: string): string {
  const { isEnough, reasons } = ratePassphrase(passphrase);
  if (isEnough) return passphrase;
  throw new WeakPassphraseError("The passphrase is too easy to guess.", {
    details: [`Why: ${reasons.join(", ")}`, "Nothing was written."],
  });
}
