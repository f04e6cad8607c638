import { resolve } from "node:path";
import { readKeystoreFile, writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { useNativeScrypt } from "../../../signer/native-scrypt.ts";
import { RANDOM_PASSPHRASE_COST } from "../../../signer/passphrase-file.ts";
import { fieldLines, painter } from "../../terminal/view.ts";
import type { CommandInput, NodeCommand } from "../command.ts";
import { currentPassphrase, newPassphrase } from "./passphrases.ts";
import { JSON_OPTION, PASSPHRASE_OPTION } from "./write-key.ts";

const REWRITE_OPTIONS = {
  ...PASSPHRASE_OPTION,
  "new-passphrase-file": { type: "string" },
  ...JSON_OPTION,
} as const;

/** Gives a keystore another passphrase. The file is the old one or the new one, never half of each. */
export const changePassphrase: NodeCommand = {
  name: "keys passphrase",
  usage: "<keystore> [--passphrase-file <file>] [--new-passphrase-file <file>] [--json]",
  summary: "encrypt a keystore under another passphrase",
  options: REWRITE_OPTIONS,
  operands: { least: 1, most: 1 },
  run: (input) => rewrite(input, undefined),
};

/** Makes a copy for the safe, under a passphrase of its own. */
export const exportKey: NodeCommand = {
  name: "keys export",
  usage:
    "<keystore> --to <file> [--passphrase-file <file>] [--new-passphrase-file <file>] [--json]",
  summary: "copy a key into a keystore under another passphrase",
  options: { to: { type: "string", required: true }, ...REWRITE_OPTIONS },
  operands: { least: 1, most: 1 },
  run: (input) => rewrite(input, resolve(input.needed("to"))),
};

async function rewrite(input: CommandInput, copy: string | undefined): Promise<number> {
  useNativeScrypt();
  const keystore = resolve(input.operands[0] ?? "");
  const target = copy ?? keystore;
  const source = (option: string) => {
    const file = input.text(option);
    return { file: file === undefined ? file : resolve(file), option, terminal: input.terminal };
  };
  const passphrase = await currentPassphrase(source("passphrase-file"), keystore);
  const wallet = await readKeystoreFile(keystore, passphrase);
  const fresh = await newPassphrase(source("new-passphrase-file"), target);
  await writeKeystoreFile(target, wallet, fresh.passphrase, {
    overwrite: copy === undefined,
    ...(fresh.made === undefined ? {} : { scrypt: RANDOM_PASSPHRASE_COST }),
  });
  if (input.flag("json")) {
    input.print(JSON.stringify({ address: wallet.address, keystore: target }, null, 2));
    return 0;
  }
  const paint = painter(input.terminal.colour);
  const lines = fieldLines(paint, [
    ["address", paint(wallet.address, "accent")],
    ["keystore", paint(target)],
    ...(fresh.made === undefined ? [] : [["passphrase", paint(fresh.made)] as const]),
  ]);
  for (const line of lines) input.print(line);
  return 0;
}
