import { chainNumber, ZERO_ADDRESS } from "../primitives/index.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { assertMetadata, nameOf, readMetadata, writeMetadata } from "./carried.ts";
import { MessageInvalidError } from "./errors.ts";
import { ASSET_CLASSES, type CollectionMessage, LIMITS, STANDARDS } from "./message.ts";

/** Appends a Collection message after its version and kind. */
export function writeCollection(writer: ByteWriter, message: CollectionMessage): void {
  assertCollection(message);
  writer
    .uint(8, STANDARDS[message.standard], "The standard")
    .uint(8, ASSET_CLASSES[message.class], "The class")
    .uint(64, chainNumber(message.homeChain), "The home chain")
    .hex(message.homeToken)
    .uint(16, message.record, "The metadata record")
    .hex(message.royaltyReceiver)
    .uint(16, message.royaltyBps, "The royalty")
    .uint(8, message.decimals, "The decimals")
    .prefixed(8, message.name, "the name")
    .prefixed(8, message.symbol, "the symbol")
    .prefixed(16, message.prefix, "the prefix")
    .prefixed(16, message.suffix, "the suffix")
    .prefixed(16, message.contractUri, "the contract URI")
    .uint(8, message.refreshes.length, "The number of refreshes");
  for (const { id, metadata } of message.refreshes) {
    writer.uint(256, id, "The token id");
    writeMetadata(writer, metadata);
  }
}

/** Takes a Collection message after its version and kind. */
export function readCollection(reader: ByteReader): CollectionMessage {
  const message: CollectionMessage = {
    kind: "collection",
    standard: nameOf(STANDARDS, reader.number(8, "the standard"), "The standard"),
    class: nameOf(ASSET_CLASSES, reader.number(8, "the class"), "The asset class"),
    homeChain: reader.chainId("the home chain"),
    homeToken: reader.address("the home token"),
    record: reader.number(16, "the metadata record"),
    royaltyReceiver: reader.address("the royalty receiver"),
    royaltyBps: reader.number(16, "the royalty"),
    decimals: reader.number(8, "the decimals"),
    name: reader.prefixed(8, LIMITS.name, "The name"),
    symbol: reader.prefixed(8, LIMITS.symbol, "The symbol"),
    prefix: reader.prefixed(16, LIMITS.prefix, "The prefix"),
    suffix: reader.prefixed(16, LIMITS.suffix, "The suffix"),
    contractUri: reader.prefixed(16, LIMITS.contractUri, "The contract URI"),
    refreshes: Array.from({ length: reader.number(8, "the number of refreshes") }, () => ({
      id: reader.uint(256, "a token id"),
      metadata: readMetadata(reader),
    })),
  };
  assertCollection(message);
  return message;
}

function assertCollection(message: CollectionMessage): void {
  const lengths = [
    ["name", message.name, LIMITS.name],
    ["symbol", message.symbol, LIMITS.symbol],
    ["prefix", message.prefix, LIMITS.prefix],
    ["suffix", message.suffix, LIMITS.suffix],
    ["contract URI", message.contractUri, LIMITS.contractUri],
    ["list of refreshes", message.refreshes, LIMITS.refreshes],
  ] as const;
  for (const [name, value, limit] of lengths) {
    if (value.length > limit) {
      throw new MessageInvalidError(`The ${name} is longer than ${limit}.`);
    }
  }
  const definesNothing =
    message.prefix.length === 0 &&
    message.suffix.length === 0 &&
    message.royaltyReceiver === ZERO_ADDRESS &&
    message.royaltyBps === 0;
  if (message.record === 0 && !definesNothing) {
    throw new MessageInvalidError("Record 0 is built in; a message cannot define it.");
  }
  if (message.royaltyBps > 10_000) {
    throw new MessageInvalidError("A royalty is at most 10,000 basis points.");
  }
  assertMetadata(message.refreshes.map(({ metadata }) => metadata));
}
