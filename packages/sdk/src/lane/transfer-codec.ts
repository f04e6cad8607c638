import { bytesToHex, chainNumber, hexToBytes } from "../primitives/index.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { assertAssets, nameOf, readAssets, writeAssets } from "./carried.ts";
import {
  LIMITS,
  RETURN_REASONS,
  type ReturnMessage,
  STANDARDS,
  type TransferMessage,
} from "./message.ts";

/** Appends a Transfer or Forward after its version and kind. */
export function writeTransfer(writer: ByteWriter, message: TransferMessage): void {
  assertAssets(message.standard, message.assets);
  writer
    .uint(8, STANDARDS[message.standard], "The standard")
    .uint(8, message.assets.length, "The number of assets")
    .uint(40, message.deadline, "The deadline")
    .uint(64, chainNumber(message.homeChain), "The home chain")
    .hex(message.homeToken)
    .uint(64, chainNumber(message.sourceChain), "The source chain")
    .hex(message.sender)
    .hex(message.refundAccount)
    .uint(64, chainNumber(message.destinationChain), "The destination chain")
    .hex(message.recipient)
    .prefixed(8, hexToBytes(message.reference), "the reference");
  writeAssets(writer, message.standard, message.assets);
}

/** Takes a Transfer or Forward after its version and kind. */
export function readTransfer(reader: ByteReader, kind: TransferMessage["kind"]): TransferMessage {
  const standard = nameOf(STANDARDS, reader.number(8, "the standard"), "The standard");
  const count = reader.number(8, "the number of assets");
  const message: TransferMessage = {
    kind,
    standard,
    deadline: reader.number(40, "the deadline"),
    homeChain: reader.chainId("the home chain"),
    homeToken: reader.address("the home token"),
    sourceChain: reader.chainId("the source chain"),
    sender: reader.address("the sender"),
    refundAccount: reader.address("the refund account"),
    destinationChain: reader.chainId("the destination chain"),
    recipient: reader.address("the recipient"),
    reference: bytesToHex(reader.prefixed(8, LIMITS.reference, "The reference")),
    assets: readAssets(reader, standard, count),
  };
  assertAssets(standard, message.assets);
  return message;
}

/** Appends a Return after its version and kind. */
export function writeReturn(writer: ByteWriter, message: ReturnMessage): void {
  assertAssets(message.standard, message.assets);
  writer
    .uint(8, STANDARDS[message.standard], "The standard")
    .uint(8, message.assets.length, "The number of assets")
    .uint(8, RETURN_REASONS[message.reason], "The reason")
    .uint(64, chainNumber(message.homeChain), "The home chain")
    .hex(message.homeToken)
    .uint(64, chainNumber(message.refundChain), "The refund chain")
    .hex(message.refundAccount)
    .hex(message.returnedId);
  writeAssets(writer, message.standard, message.assets);
}

/** Takes a Return after its version and kind. */
export function readReturn(reader: ByteReader): ReturnMessage {
  const standard = nameOf(STANDARDS, reader.number(8, "the standard"), "The standard");
  const count = reader.number(8, "the number of assets");
  const message: ReturnMessage = {
    kind: "return",
    standard,
    reason: nameOf(RETURN_REASONS, reader.number(8, "the reason"), "The reason"),
    homeChain: reader.chainId("the home chain"),
    homeToken: reader.address("the home token"),
    refundChain: reader.chainId("the refund chain"),
    refundAccount: reader.address("the refund account"),
    returnedId: reader.bytes32("the returned message's id"),
    assets: readAssets(reader, standard, count),
  };
  assertAssets(standard, message.assets);
  return message;
}
