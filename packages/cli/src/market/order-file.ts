import { access, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import {
  parseSignedOrder,
  parseSignedPurchase,
  type SignedOrder,
  type SignedPurchase,
} from "@ryugu/sdk/market";
import { parseJson } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { UsageError } from "../errors.ts";
import { readTextSource, unreadable } from "../input/read-source.ts";
import { safeJson } from "../output/safe.ts";

/** No order or purchase is larger, in bytes. */
const MAX_BYTES = 64_000;

/**
 * Reads a signed order: its terms can be carried out then. Whether its seller signed it, see `wordOf`.
 *
 * @throws InputUnreadableError, InputTooLargeError, InvalidJsonError, InvalidShapeError, InvalidOrderError
 */
export async function readOrder(cli: Cli, source: string): Promise<SignedOrder> {
  return parseSignedOrder(await readJson(cli, source));
}

/** Reads a signed purchase, as {@link readOrder} reads an order. */
export async function readPurchase(cli: Cli, source: string): Promise<SignedPurchase> {
  return parseSignedPurchase(await readJson(cli, source));
}

async function readJson(cli: Cli, source: string): Promise<unknown> {
  return parseJson(await readTextSource(cli, source, MAX_BYTES), MAX_BYTES);
}

/** Before anything is signed: what is there already may be an order that still counts. Throws UsageError. */
export async function assertFree(cli: Cli, path: string): Promise<void> {
  const isFree = await access(resolve(cli.cwd, path)).then(
    () => false,
    () => true,
  );
  if (!isFree) throw new UsageError(`There is a file already: ${path}`);
}

/** Writes what was signed into a new file. Throws InputUnreadableError where that cannot be. */
export async function writeSigned(cli: Cli, path: string, value: unknown): Promise<void> {
  const to = resolve(cli.cwd, path);
  await writeFile(to, `${safeJson(value, 2)}\n`, { flag: "wx" }).catch((cause: unknown) => {
    throw unreadable(path, to, cause);
  });
}
