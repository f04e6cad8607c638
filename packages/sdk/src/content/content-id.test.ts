import { base36 } from "multiformats/bases/base36";
import { base58btc } from "multiformats/bases/base58";
import { CID } from "multiformats/cid";
import * as Digest from "multiformats/hashes/digest";
import { expect, test } from "vitest";
import { parseContentId } from "./content-id.ts";
import { InvalidContentIdError } from "./errors.ts";

const V1 = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
const V0 = "QmUNLLsPACCz1vLxQVkXqqLX5R1X345qqfHbsf67hvA3Nn";

test("keeps canonical ids and writes other bases canonically", () => {
  expect(parseContentId(V1)).toBe(V1);
  expect(parseContentId(V0)).toBe(V0);
  expect(parseContentId(CID.parse(V1).toString(base36))).toBe(V1);
  expect(parseContentId(CID.parse(V1).toString(base58btc))).toBe(V1);
});

test.each([
  ["an empty text", ""],
  ["a sentence", "not a content id"],
  ["a character outside the alphabet", `${V1.slice(0, -1)}1`],
  ["a text that is cut off", V1.slice(0, -4)],
  ["a text that goes on", `${V1}aaaa`],
  ["an endless text", "b".repeat(100_000)],
  [
    "a digest too short for its hash",
    CID.createV1(0x55, Digest.create(0x12, new Uint8Array(4))).toString(),
  ],
  ["what is no text", 5 as unknown as string],
])("refuses %s", (_, text) => {
  expect(() => parseContentId(text)).toThrow(InvalidContentIdError);
});
