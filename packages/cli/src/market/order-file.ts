import {
  parseSignedOrder,
  parseSignedPurchase,
  type SignedOrder,
  type SignedPurchase,
} from "@ryugu/sdk/market";
import { parseJson } from "@ryugu/sdk/primitives";
import type { Cli } from "../cli.ts";
import { readTextSource } from "../input/read-source.ts";
import { writeNew } from "../output/new-file.ts";
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

/** Writes what was signed into a new file. Throws InputUnreadableError where that cannot be. */
export async function writeSigned(cli: Cli, path: string, value: unknown): Promise<void> {
  await writeNew(cli, path, `${safeJson(value, 2)}\n`);
}
