import { keccak256 } from "ethers";
import { type Bytes32, type Hex, hexToBytes } from "../primitives/index.ts";
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { nameOf } from "./carried.ts";
import { readCollection, writeCollection } from "./collection-codec.ts";
import { MessageInvalidError, MessageUnknownError } from "./errors.ts";
import { MESSAGE_KINDS, type Message, PROTOCOL_VERSION } from "./message.ts";
import { readReturn, readTransfer, writeReturn, writeTransfer } from "./transfer-codec.ts";

/** No valid message is longer: 16 refreshes, the longest texts, and room. Bytes. */
export const MAX_MESSAGE_LENGTH = 16_384;

/**
 * Writes a message in the packed layout of docs/reference/protocol.md.
 *
 * @throws MessageInvalidError, IntegerOutOfRangeError
 */
export function encodeMessage(message: Message): Uint8Array {
  const writer = new ByteWriter()
    .uint(8, PROTOCOL_VERSION, "The version")
    .uint(8, MESSAGE_KINDS[message.kind], "The kind");
  if (message.kind === "collection") writeCollection(writer, message);
  else if (message.kind === "return") writeReturn(writer, message);
  else writeTransfer(writer, message);
  return writer.bytes();
}

/**
 * Reads a message. Everything a stranger can send is either a message or a typed error.
 *
 * @param bytes - the message, as bytes or hex
 * @throws MessageTruncatedError, MessageTrailingBytesError, MessageUnknownError, MessageInvalidError, InvalidHexError
 */
export function decodeMessage(bytes: Uint8Array | Hex): Message {
  const input = typeof bytes === "string" ? hexToBytes(bytes) : bytes;
  if (input.length > MAX_MESSAGE_LENGTH) {
    throw new MessageInvalidError(`A message has at most ${MAX_MESSAGE_LENGTH} bytes.`);
  }
  const reader = new ByteReader(input);
  const version = reader.number(8, "the version");
  if (version !== PROTOCOL_VERSION) {
    throw new MessageUnknownError(`The message version ${version} is not known.`, {
      details: [`This release knows version ${PROTOCOL_VERSION}.`],
    });
  }
  const message = readBody(reader);
  reader.end();
  return message;
}

function readBody(reader: ByteReader): Message {
  const kind = nameOf(MESSAGE_KINDS, reader.number(8, "the kind"), "The message kind");
  if (kind === "collection") return readCollection(reader);
  if (kind === "return") return readReturn(reader);
  return readTransfer(reader, kind);
}

/** The hash by which a message enters its lane's head. */
export function hashMessage(encoded: Uint8Array | Hex): Bytes32 {
  return keccak256(encoded) as Bytes32;
}
