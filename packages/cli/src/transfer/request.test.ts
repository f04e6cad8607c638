import { RyuguError } from "@ryugu/sdk/errors";
import { expect, test } from "vitest";
import { readRequest } from "./request.ts";

const COLLECTION = "0x1000000000000000000000000000000000000001";
const ASSET = `eip155:31001/erc721:${COLLECTION}`;
const TO = "0x2000000000000000000000000000000000000002";
const NOW = Date.parse("2027-01-01T00:00:00Z");
const words = { toChain: "eip155:31002", recipient: TO };

test("reads tokens of one collection and where they go", () => {
  const request = readRequest([`${ASSET}/1`, `${ASSET}/22`], { ...words, deadline: "2h" }, NOW);
  expect(request).toEqual({
    origin: "eip155:31001",
    destination: "eip155:31002",
    token: COLLECTION,
    ids: [1n, 22n],
    recipient: TO,
    deadline: NOW / 1_000 + 7_200,
  });
});

test("a reference is text in UTF-8, or hex", () => {
  const of = (reference: string) =>
    readRequest([`${ASSET}/1`], { ...words, reference }, NOW).reference;
  expect(of("請求書-7")).toBe("0xe8ab8be6b182e69bb82d37");
  expect(of("0xAB01")).toBe("0xab01");
});

test("reads amounts of ERC-1155 tokens, and of one ERC-20", () => {
  const shells = `eip155:31001/erc1155:${COLLECTION}`;
  const several = readRequest(
    [`${shells}/1`, `${shells}/2`],
    { ...words, amount: ["3", "4"] },
    NOW,
  );
  expect(several).toMatchObject({ ids: [1n, 2n], amounts: [3n, 4n] });
  const money = `eip155:31001/erc20:${COLLECTION}`;
  const amount = [`${2n ** 100n}`];
  expect(readRequest([money], { ...words, amount }, NOW)).toMatchObject({
    ids: [],
    amounts: [2n ** 100n],
  });
});

const MONEY = `eip155:31001/erc20:${COLLECTION}`;

test.each([
  ["an amount of an ERC-721", [`${ASSET}/1`], { amount: ["1"] }, "usage"],
  ["two of one money", [MONEY, MONEY], { amount: ["1", "1"] }, "usage"],
  ["money without an amount", [MONEY], {}, "usage"],
  ["a broken amount", [MONEY], { amount: ["1.5"] }, "usage"],
  ["two collections", [`${ASSET}/1`, `eip155:31001/erc721:${TO}/1`], {}, "usage"],
  ["two chains", [`${ASSET}/1`, `eip155:31002/erc721:${COLLECTION}/1`], {}, "usage"],
  ["no amount of an ERC-1155", [`eip155:31001/erc1155:${COLLECTION}/1`], {}, "usage"],
  ["no token id", [ASSET], {}, "invalid-asset-id"],
  ["a bad recipient", [`${ASSET}/1`], { recipient: "0x12" }, "invalid-address"],
  ["a bad chain", [`${ASSET}/1`], { toChain: "garan" }, "invalid-chain-id"],
  ["a bad reference", [`${ASSET}/1`], { reference: "0xabc" }, "invalid-hex"],
  ["a deadline gone by", [`${ASSET}/1`], { deadline: "2020-01-01" }, "usage"],
])("refuses %s", (_, assets, wrong, code) => {
  const attempt = () => readRequest(assets, { ...words, ...wrong }, NOW);
  expect(attempt).toThrow(RyuguError);
  expect(attempt).toThrow(expect.objectContaining({ code }));
});
