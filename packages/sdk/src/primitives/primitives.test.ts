import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sharedData } from "../../test/shared-data.ts";
import { RyuguError } from "../errors/index.ts";
import {
  address,
  bytes32,
  bytesToHex,
  canonicalJson,
  chainId,
  chainNumber,
  formatAssetId,
  hex,
  hexToBytes,
  IntegerOutOfRangeError,
  InvalidAddressError,
  InvalidAssetIdError,
  InvalidChainIdError,
  InvalidHexError,
  InvalidJsonError,
  parseAssetId,
  parseJson,
  readBoundedText,
  uint,
} from "./index.ts";

test("bytes and hex are each other's inverse", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
    }),
  );
});

test("what is no hex is refused with a bounded preview", () => {
  for (const value of ["", "0x1", "0xzz", "12", 7, null, undefined, {}]) {
    expect(() => hex(value)).toThrow(InvalidHexError);
  }
  expect(() => bytes32("0x12")).toThrow("Expected 32 bytes of hex, received 1.");
  const long = () => hex("y".repeat(100_000));
  expect(long).toThrow(InvalidHexError);
  try {
    long();
  } catch (error) {
    expect((error as RyuguError).message.length).toBeLessThan(300);
  }
});

test("addresses come back in EIP-55 case; a wrong checksum is refused", () => {
  // The examples of EIP-55.
  const right = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  expect(address(right.toLowerCase())).toBe(right);
  expect(address(right)).toBe(right);
  expect(() => address(right.replace("aA", "Aa"))).toThrow(InvalidAddressError);
  for (const value of ["0x", `${right}00`, right.slice(2), 5]) {
    expect(() => address(value)).toThrow(InvalidAddressError);
  }
});

test("chain ids are CAIP-2 of eip155", () => {
  expect(chainNumber(chainId("eip155:31337"))).toBe(31_337n);
  expect(chainId(1n)).toBe("eip155:1");
  for (const value of [
    "eip155:0",
    "eip155:01",
    "cosmos:hub",
    "eip155:",
    "eip155:1 ",
    `eip155:${1n << 64n}`,
  ]) {
    expect(() => chainId(value)).toThrow(InvalidChainIdError);
  }
});

test("asset ids are CAIP-19 and read back as written", () => {
  const contract = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  for (const id of [`eip155:1/erc721:${contract}/42`, `eip155:1/erc20:${contract}`]) {
    expect(formatAssetId(parseAssetId(id))).toBe(id);
  }
  const wrong = [
    `eip155:1/erc721:${contract}`,
    `eip155:1/erc20:${contract}/1`,
    `eip155:1/erc721:${contract}/01`,
    `eip155:1/erc721:${contract}/${1n << 256n}`,
    `eip155:0/erc721:${contract}/1`,
    `eip155:1/erc999:${contract}/1`,
    "x",
  ];
  for (const id of wrong) expect(() => parseAssetId(id)).toThrow(InvalidAssetIdError);
});

test("integers must fit their width", () => {
  expect(uint(255, 8, "x")).toBe(255n);
  for (const value of [256, -1, 1.5, Number.NaN, 2 ** 60]) {
    expect(() => uint(value, 8, "The count")).toThrow(IntegerOutOfRangeError);
  }
});

test("JSON is bounded before it is parsed", () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(() => parseJson("{")).toThrow(InvalidJsonError);
  expect(() => parseJson("1".repeat(11), 10)).toThrow("the limit is 10");
});

test("a body is cut off at its limit", async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1_000).fill(97)),
  });
  await expect(readBoundedText(new Response(endless), 10_000)).rejects.toThrow(InvalidJsonError);
  expect(await readBoundedText(new Response("竜宮"), 6)).toBe("竜宮");
  await expect(readBoundedText(new Response("竜宮"), 5)).rejects.toThrow(InvalidJsonError);
  await expect(readBoundedText(new Response(new Uint8Array([0xff])), 5)).rejects.toThrow(
    "not UTF-8",
  );
});

test("canonical JSON refuses what JSON cannot hold", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const value of [undefined, Number.NaN, circle, "\ud800", { a: 1n }]) {
    expect(() => canonicalJson(value)).toThrow(InvalidJsonError);
  }
});

const jcs = sharedData("vectors/jcs-rfc8785");
test.skipIf(jcs === undefined)("canonical JSON equals RFC 8785's test data", () => {
  for (const name of ["arrays", "french", "structures", "unicode", "values", "weird"]) {
    const input = JSON.parse(readFileSync(`${jcs}/input/${name}.json`, "utf8"));
    expect(canonicalJson(input)).toBe(readFileSync(`${jcs}/output/${name}.json`, "utf8"));
  }
});

const caip = sharedData("vectors/caip");
test.skipIf(caip === undefined)("CAIP-2 and CAIP-19 vectors of eip155 are judged rightly", () => {
  interface Case {
    caip: number;
    value: string;
    expect: string;
  }
  const { cases } = JSON.parse(readFileSync(`${caip}/cases.json`, "utf8")) as { cases: Case[] };
  const parse = { 2: chainId, 19: (value: string) => formatAssetId(parseAssetId(value)) };
  const carried = /^eip155:\d+($|\/(erc721|erc1155):0x\w+\/\d+$|\/erc20:0x\w+$)/;
  let judged = 0;
  for (const { caip: number, value, expect: verdict } of cases) {
    const parser = parse[number as 2 | 19];
    if (parser === undefined) continue;
    if (verdict === "fail") expect(() => parser(value), value).toThrow(RyuguError);
    else if (carried.test(value))
      expect(parser(value).toLowerCase(), value).toBe(value.toLowerCase());
    else continue;
    judged++;
  }
  expect(judged).toBeGreaterThanOrEqual(6);
});
