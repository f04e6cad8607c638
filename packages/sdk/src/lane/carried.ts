import type { AssetStandard, Bytes32 } from "../primitives/index.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { MessageInvalidError, MessageUnknownError } from "./errors.ts";
import {
  type CarriedAsset,
  type CarriedMetadata,
  LIMITS,
  METADATA_FORMS,
  type MetadataForm,
} from "./message.ts";

const NO_METADATA: CarriedMetadata = { form: "none" };

/** Names a wire byte, or throws MessageUnknownError. */
export function nameOf<T extends Record<string, number>>(
  table: T,
  byte: number,
  what: string,
): keyof T & string {
  const name = Object.keys(table).find((key) => table[key] === byte);
  if (name === undefined) throw new MessageUnknownError(`${what} ${byte} is not known.`);
  return name;
}

/** Appends a token's metadata. */
export function writeMetadata(writer: ByteWriter, metadata: CarriedMetadata): void {
  writer.uint(8, METADATA_FORMS[metadata.form], "The metadata form");
  if (metadata.form === "none") return;
  writer.uint(16, metadata.record, "The metadata record");
  if ("digest" in metadata) writer.hex(metadata.digest);
  if (metadata.form === "exact") writer.prefixed(16, metadata.uri, "the exact URI");
}

/** Takes a token's metadata. */
export function readMetadata(reader: ByteReader): CarriedMetadata {
  const form: MetadataForm = nameOf(
    METADATA_FORMS,
    reader.number(8, "the metadata form"),
    "The metadata form",
  );
  if (form === "none") return NO_METADATA;
  const record = reader.number(16, "the metadata record");
  if (form === "exact") {
    return { form, record, uri: reader.prefixed(16, LIMITS.exactUri, "The exact URI") };
  }
  if (form === "constant" || form === "decimal" || form === "hex") return { form, record };
  const digest: Bytes32 = reader.bytes32("the content digest");
  return { form, record, digest };
}

/** Appends a message's assets. Their number was written in the header. */
export function writeAssets(
  writer: ByteWriter,
  standard: AssetStandard,
  assets: readonly CarriedAsset[],
): void {
  for (const { id, amount, metadata } of assets) {
    if (standard !== "erc20") writer.uint(256, id, "The token id");
    if (standard !== "erc721") writer.uint(128, amount, "The amount");
    if (standard !== "erc20") writeMetadata(writer, metadata);
  }
}

/** Takes `count` assets. */
export function readAssets(
  reader: ByteReader,
  standard: AssetStandard,
  count: number,
): CarriedAsset[] {
  return Array.from({ length: count }, () => ({
    id: standard === "erc20" ? 0n : reader.uint(256, "a token id"),
    amount: standard === "erc721" ? 1n : reader.uint(128, "an amount"),
    metadata: standard === "erc20" ? NO_METADATA : readMetadata(reader),
  }));
}

/**
 * Checks what the layout alone cannot: how many assets, their amounts, and the sum of exact texts.
 *
 * @throws MessageInvalidError
 */
export function assertAssets(standard: AssetStandard, assets: readonly CarriedAsset[]): void {
  const most = standard === "erc20" ? 1 : LIMITS.assets;
  if (assets.length < 1 || assets.length > most) {
    throw new MessageInvalidError(`A message carries 1 to ${most} ${standard} assets.`, {
      details: [`Received: ${assets.length}`],
    });
  }
  if (assets.some(({ amount }) => amount < 1n || (standard === "erc721" && amount !== 1n))) {
    throw new MessageInvalidError("An amount is zero, or an ERC-721 has an amount other than 1.");
  }
  assertMetadata(assets.map(({ metadata }) => metadata));
}

/** Checks exact texts against their limits, alone and together. Throws MessageInvalidError. */
export function assertMetadata(all: readonly CarriedMetadata[]): void {
  const lengths = all.map((metadata) => (metadata.form === "exact" ? metadata.uri.length : 0));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.some((length) => length > LIMITS.exactUri) || total > LIMITS.exactUrisTotal) {
    throw new MessageInvalidError(
      `Exact URIs have at most ${LIMITS.exactUri} bytes each and ${LIMITS.exactUrisTotal} together.`,
    );
  }
}
