import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryMessage } from "../../test/arbitrary-message.ts";
import { exampleMessages } from "../../test/example-messages.ts";
import { RyuguError } from "../errors/index.ts";
import { bytesToHex } from "../primitives/index.ts";
import {
  decodeMessage,
  encodeMessage,
  LIMITS,
  MAX_MESSAGE_LENGTH,
  type Message,
  MessageInvalidError,
  MessageTrailingBytesError,
  MessageTruncatedError,
  MessageUnknownError,
  type TransferMessage,
} from "./index.ts";

const transfer = exampleMessages["an NFT leaves home, base URI"] as TransferMessage;
const encoded = encodeMessage(transfer);
const changed = (offset: number, value: number) => {
  const copy = encoded.slice();
  copy[offset] = value;
  return copy;
};

test("every message reads back as it was written", () => {
  fc.assert(
    fc.property(arbitraryMessage, (message) => {
      expect(decodeMessage(encodeMessage(message))).toEqual(message);
    }),
  );
});

test("bytes that decode encode to the same bytes: the layout is canonical", () => {
  fc.assert(
    fc.property(arbitraryMessage, fc.nat(), fc.nat(255), (message, where, value) => {
      const bytes = encodeMessage(message);
      bytes[where % bytes.length] = value;
      let decoded: Message;
      try {
        decoded = decodeMessage(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(RyuguError);
        return;
      }
      expect(bytesToHex(encodeMessage(decoded))).toBe(bytesToHex(bytes));
    }),
    { numRuns: 500 },
  );
});

test("arbitrary bytes give a typed error", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => decodeMessage(bytes)).toThrow(RyuguError);
    }),
    { numRuns: 500 },
  );
});

test("a message cut anywhere is truncated, and names the field", () => {
  for (let end = 0; end < encoded.length; end++) {
    expect(() => decodeMessage(encoded.slice(0, end))).toThrow(MessageTruncatedError);
  }
  expect(() => decodeMessage(encoded.slice(0, 100))).toThrow("inside the recipient");
});

test("a byte too many is refused", () => {
  expect(() => decodeMessage(new Uint8Array([...encoded, 0]))).toThrow(MessageTrailingBytesError);
});

test("unknown versions, kinds, standards and forms are refused by name", () => {
  const formOffset = encoded.length - 3;
  const cases = [
    [0, "version 2"],
    [1, "kind 9"],
    [2, "standard 4"],
    [formOffset, "form 7"],
  ] as const;
  for (const [offset, sentence] of cases) {
    const message = changed(offset, Number(sentence.split(" ")[1]));
    expect(() => decodeMessage(message)).toThrow(MessageUnknownError);
    expect(() => decodeMessage(message)).toThrow(sentence);
  }
});

test("counts and lengths out of bounds are refused", () => {
  const { assets } = transfer;
  const [asset] = assets;
  if (asset === undefined) throw new Error("the example has an asset");
  const long = { form: "exact", record: 0, uri: new Uint8Array(LIMITS.exactUri + 1) } as const;
  const full = { form: "exact", record: 0, uri: new Uint8Array(LIMITS.exactUri) } as const;
  const invalid: Message[] = [
    { ...transfer, assets: [] },
    { ...transfer, assets: Array(17).fill(asset) },
    { ...transfer, standard: "erc20", assets: [asset, asset] },
    { ...transfer, assets: [{ ...asset, amount: 2n }] },
    { ...transfer, standard: "erc1155", assets: [{ ...asset, amount: 0n }] },
    { ...transfer, assets: [{ ...asset, metadata: long }] },
    { ...transfer, assets: Array(5).fill({ ...asset, metadata: full }) },
  ];
  for (const message of invalid) {
    expect(() => encodeMessage(message)).toThrow(MessageInvalidError);
  }
  expect(() => decodeMessage(changed(3, 0))).toThrow(MessageInvalidError);
  expect(() => decodeMessage(new Uint8Array(MAX_MESSAGE_LENGTH + 1))).toThrow(MessageInvalidError);
});
