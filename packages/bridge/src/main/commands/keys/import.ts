import { keyWallet } from "@ryugu/sdk/wallet";
import type { NodeCommand } from "../command.ts";
import { JSON_OPTION, PASSPHRASE_OPTION, writeNewKey } from "./write-key.ts";

/** Encrypts a private key that is given on standard input: a command line is seen by everybody on the machine. */
export const importKey: NodeCommand = {
  name: "keys import",
  usage: "<keystore> [--passphrase-file <file>] [--json]",
  summary: "encrypt a private key from standard input",
  options: { ...PASSPHRASE_OPTION, ...JSON_OPTION },
  operands: { least: 1, most: 1 },
  run: (input) =>
    writeNewKey(input, async () => {
      const { askSecret, readInput } = input.terminal;
      const text = await (askSecret?.("Private key (0x…): ") ?? readInput());
      return keyWallet(text.trim());
    }),
};
