import { RyuguError } from "@ryugu/sdk/errors";
import { expect, test } from "vitest";
import { type OfferWords, readOffer } from "./terms.ts";

const COLLECTION = "0x1000000000000000000000000000000000000001";
const OTHER = "0x2000000000000000000000000000000000000002";
const ASSET = `eip155:31001/erc721:${COLLECTION}`;
const NOW = Date.parse("2027-01-01T00:00:00Z");
const words: OfferWords = { price: "12,000", currency: OTHER, rail: OTHER, market: OTHER };

test("reads one token, for anyone, with the seller's defaults left to the market", () => {
  expect(readOffer(`${ASSET}/7`, words, NOW)).toEqual({
    chain: "eip155:31001",
    terms: {
      ...{ kind: "erc721", collection: COLLECTION, tokenId: 7n, quantity: 1 },
      ...{ rail: OTHER, currency: OTHER },
    },
  });
});

test("reads an edition with a gallery between, for one buyer, until a day", () => {
  const told = {
    ...words,
    ...{ voucher: true, uri: "ipfs://x", quantity: "100", buyer: OTHER, payee: OTHER },
    ...{ intermediary: `${OTHER}:500:otohime`, until: "7d" },
    ...{ policy: `${OTHER}:2`, mostRoyalty: "1500" },
  };
  expect(readOffer(ASSET, told, NOW).terms).toMatchObject({
    ...{ kind: "voucher", quantity: 100, uri: "ipfs://x", buyer: OTHER, payee: OTHER },
    intermediary: { account: OTHER, fee: 500, sponsor: "otohime" },
    validBefore: NOW / 1_000 + 7 * 86_400,
    policy: { contract: OTHER, terms: `0x${"00".repeat(31)}02` },
    mostRoyalty: 1_500,
  });
});

test("units keep their standard", () => {
  const asset = `eip155:31001/erc1155:${COLLECTION}/3`;
  expect(readOffer(asset, { ...words, quantity: "5" }, NOW).terms).toMatchObject({
    ...{ kind: "erc1155", tokenId: 3n, quantity: 5 },
  });
});

test.each<[string, string, Partial<OfferWords>, string]>([
  ["a collection without a token", ASSET, {}, "invalid-asset-id"],
  ["money", `eip155:31001/erc20:${COLLECTION}`, {}, "usage"],
  ["a URI of a token that is there", `${ASSET}/7`, { uri: "ipfs://x" }, "usage"],
  ["none", `${ASSET}/7`, { quantity: "0" }, "usage"],
  ["half a token", `${ASSET}/7`, { quantity: "0.5" }, "usage"],
  ["a fee without a sponsor", `${ASSET}/7`, { intermediary: `${OTHER}:500` }, "usage"],
  ["a fee that is no number", `${ASSET}/7`, { intermediary: `${OTHER}:5%:x` }, "usage"],
  ["a fee for nobody", `${ASSET}/7`, { intermediary: "0x1:500:x" }, "invalid-address"],
  ["a cap of none", `${ASSET}/7`, { policy: `${OTHER}:0` }, "usage"],
  ["a policy without terms", `${ASSET}/7`, { policy: OTHER }, "usage"],
  ["terms that are no word", `${ASSET}/7`, { policy: `${OTHER}:0x12` }, "invalid-hex"],
  ["more than all as royalty", `${ASSET}/7`, { mostRoyalty: "10001" }, "usage"],
  ["a royalty in percent", `${ASSET}/7`, { mostRoyalty: "10%" }, "usage"],
  ["an end that has passed", `${ASSET}/7`, { until: "2020-01-01" }, "usage"],
  ["a rail that is no address", `${ASSET}/7`, { rail: "yen" }, "invalid-address"],
])("refuses %s", (_, asset, more, code) => {
  let thrown: unknown;
  try {
    readOffer(asset, { ...words, ...more }, NOW);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(RyuguError);
  expect(thrown).toMatchObject({ code });
});
