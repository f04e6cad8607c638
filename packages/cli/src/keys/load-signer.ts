import { readFile } from "node:fs/promises";
import { type BaseWallet, Wallet } from "ethers";
import type { Cli } from "../cli.ts";
import type { ReadyFile } from "../zone/ready-file.ts";
import { findKey, type KeyOptions } from "./key-place.ts";

export type { KeyOptions };

export async function loadSigner(
  cli: Cli,
  options: KeyOptions,
  local?: ReadyFile,
): Promise<BaseWallet> {
  const place = findKey(cli, options, local);
  return Wallet.fromEncryptedJson(await readFile(place.keystore, "utf8"), "");
}
