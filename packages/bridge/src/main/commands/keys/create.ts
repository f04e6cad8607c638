import { createKeyWallet } from "@ryugu/sdk/wallet";
import type { NodeCommand } from "../command.ts";
import { JSON_OPTION, PASSPHRASE_OPTION, writeNewKey } from "./write-key.ts";

/** Makes a key that nobody has. */
export const createKey: NodeCommand = {
  name: "keys create",
  usage: "<keystore> [--passphrase-file <file>] [--json]",
  summary: "make a key in an encrypted keystore",
  options: { ...PASSPHRASE_OPTION, ...JSON_OPTION },
  operands: { least: 1, most: 1 },
  run: (input) => writeNewKey(input, async () => createKeyWallet()),
};
