import { resolve } from "node:path";
import { keystoreAddress } from "../../../signer/keystore-address.ts";
import { painter } from "../../terminal/view.ts";
import type { NodeCommand } from "../command.ts";
import { JSON_OPTION } from "./write-key.ts";

/** Prints addresses; no passphrase is needed, and none is proven. */
export const showKeys: NodeCommand = {
  name: "keys show",
  usage: "<keystore>… [--json]",
  summary: "print whose keys keystores hold",
  options: { ...JSON_OPTION },
  operands: { least: 1, most: 64 },
  async run({ operands, flag, print, terminal }) {
    const keys = await Promise.all(
      operands.map(async (name) => {
        const keystore = resolve(name);
        return { address: await keystoreAddress(keystore), keystore };
      }),
    );
    if (flag("json")) print(JSON.stringify(keys, null, 2));
    const paint = painter(terminal.colour);
    for (const { address, keystore } of flag("json") ? [] : keys)
      print(`${paint(address, "accent")}  ${paint(keystore)}`);
    return 0;
  },
};
