import { resolve } from "node:path";
import type { KeyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { useNativeScrypt } from "../../../signer/native-scrypt.ts";
import { RANDOM_PASSPHRASE_COST } from "../../../signer/passphrase-file.ts";
import { fieldLines, painter } from "../../terminal/view.ts";
import type { CommandInput } from "../command.ts";
import { newPassphrase } from "./passphrases.ts";

export const PASSPHRASE_OPTION = { "passphrase-file": { type: "string" } } as const;
export const JSON_OPTION = { json: { type: "boolean" } } as const;

/** Writes a new keystore and says whose it is. A file that is there is never replaced. */
export async function writeNewKey(
  input: CommandInput,
  makeWallet: () => Promise<KeyWallet>,
): Promise<number> {
  useNativeScrypt();
  const keystore = resolve(input.operands[0] ?? "");
  const named = input.text("passphrase-file");
  const file = named === undefined ? undefined : resolve(named);
  const wallet = await makeWallet();
  const source = { file, option: "passphrase-file", terminal: input.terminal };
  const { passphrase, made } = await newPassphrase(source, keystore);
  const cost = made === undefined ? {} : { scrypt: RANDOM_PASSPHRASE_COST };
  await writeKeystoreFile(keystore, wallet, passphrase, cost);
  const found = { address: wallet.address, keystore, ...(file && { passphraseFile: file }) };
  if (input.flag("json")) input.print(JSON.stringify(found, null, 2));
  else for (const line of newKeyLines(input, found, made !== undefined)) input.print(line);
  return 0;
}

interface FoundKey {
  address: string;
  keystore: string;
  passphraseFile?: string;
}

function newKeyLines({ terminal }: CommandInput, key: FoundKey, made: boolean): string[] {
  const paint = painter(terminal.colour);
  const file = key.passphraseFile;
  return [
    ...fieldLines(paint, [
      ["address", paint(key.address, "accent")],
      ["keystore", paint(key.keystore)],
      ...(file === undefined
        ? []
        : [["passphrase", paint(made ? `${file} (random, made now)` : file)] as const]),
    ]),
    "",
    "Keep a copy of the keystore and, somewhere else, of its passphrase. Nobody can make either again.",
  ];
}
