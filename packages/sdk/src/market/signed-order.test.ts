import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exampleOrder,
  exampleSeller,
  exampleSignedOrder,
} from "../../test/market/example-order.ts";
import { bytes32, type Hex, ZERO_ADDRESS } from "../primitives/index.ts";
import { keyWallet } from "../wallet/index.ts";
import { assertOrder } from "./check-order.ts";
import { InvalidOrderError, type OrderFault } from "./errors.ts";
import type { Order, SignedOrder } from "./order.ts";
import { orderHash } from "./order-hash.ts";
import { signOrder } from "./sign-order.ts";
import { parseSignedOrder, signedOrderToJson } from "./signed-order.ts";
import { verifyOrder } from "./verify-order.ts";

const signed = await exampleSignedOrder();
const other = keyWallet(`0x${"08".repeat(32)}`).address;
const word = bytes32(`0x${"11".repeat(32)}`);

test("a signed order is the same after a journey as JSON", () => {
  const full = {
    ...signed,
    buyer: other,
    policy: { contract: other, terms: word },
  };
  for (const order of [signed, full, { ...signed, intermediary: undefined }]) {
    const json = JSON.parse(JSON.stringify(signedOrderToJson(order)));
    expect(parseSignedOrder(json)).toEqual(order);
  }
});

test("who signed is known by key", () => {
  expect(verifyOrder(signed)).toBe("key");
  expect(exampleSeller.address).toBe(signed.seller);
});

const changes: Partial<Order>[] = [
  { seller: other },
  { market: other },
  { collection: other },
  { tokenId: 8n },
  { rail: other },
  { currency: other },
  { price: 1n },
  { payee: other },
  { mostRoyalty: 999 },
  { intermediary: undefined },
  { intermediary: { account: other, fee: 500, sponsor: "otohime" } },
  { intermediary: { account: other, fee: 500, sponsor: "urashima" } },
  { buyer: other },
  { policy: { contract: other, terms: word } },
  { validAfter: 1 },
  { validBefore: 5_001 },
  { counter: 1n },
  { salt: word },
];

test.each(changes)("an order with %o instead was not signed", (change) => {
  expect(orderHash({ ...signed, ...change })).not.toBe(orderHash(signed));
  expect(faultOf({ ...signed, ...change })).toBe("signature");
});

test("a contract's word only its chain can tell", () => {
  const order = { ...signed, seller: other, signature: "0x1234" as Hex };
  expect(faultOf(order)).toBe("signature");
  expect(verifyOrder(order, { isContract: true })).toBe("contract-unasked");
});

test("a royalty that would never reach its creators is told, whoever signed", async () => {
  const prepaid = await signOrder(exampleSeller, { ...exampleOrder, currency: exampleOrder.rail });
  const royalty = { receiver: other, amount: 1n };
  const routed = { ...royalty, isRouted: true } as const;
  expect(() => verifyOrder(prepaid, { royalty: routed })).toThrowError(
    expect.objectContaining({ code: "invalid-order", reason: "royalty" }),
  );
  expect(verifyOrder(prepaid, { royalty })).toBe("key");
  expect(verifyOrder(prepaid, { royalty: undefined })).toBe("key");
  expect(verifyOrder(signed, { royalty: routed })).toBe("key");
});

const nonsense: [string, Partial<Order>][] = [
  ["no price", { price: 0n }],
  ["too high a price", { price: 2n ** 96n }],
  ["nothing", { quantity: 0 }],
  ["half a token", { quantity: 1.5 }],
  ["two of one", { quantity: 2 }],
  ["a token that cannot be", { tokenId: 2n ** 256n }],
  ["nobody who is paid", { payee: ZERO_ADDRESS }],
  ["a royalty above the price", { mostRoyalty: 10_001 }],
  ["royalty and fee above the price", { mostRoyalty: 9_501 }],
  ["no intermediary", { intermediary: { account: ZERO_ADDRESS, fee: 1, sponsor: "otohime" } }],
  ["a fee above the price", { intermediary: { account: other, fee: 10_001, sponsor: "otohime" } }],
  ["no sponsor", { intermediary: { account: other, fee: 1, sponsor: "" } }],
  ["a sponsor's novel", { intermediary: { account: other, fee: 1, sponsor: "o".repeat(33) } }],
  ["a URI of a token that is there", { uri: "ipfs://x" }],
  ["times that never come", { validAfter: 5_000 }],
  ["a time between seconds", { validBefore: 4_999.5 }],
];

test.each(nonsense)("%s is no order", async (_, change) => {
  const order = { ...exampleOrder, ...change };
  expect(() => assertOrder(order)).toThrowError(expect.objectContaining({ reason: "terms" }));
  await expect(signOrder(exampleSeller, order)).rejects.toThrow(InvalidOrderError);
});

test("a sponsor's id of any length is told apart", () => {
  const seen = new Set<string>();
  for (let length = 1; length <= 32; length++) {
    const intermediary = { account: other, fee: 1, sponsor: "o".repeat(length) };
    seen.add(orderHash({ ...exampleOrder, intermediary }));
  }
  expect(seen.size).toBe(32);
});

test("nothing that a stranger sends is an order, and nothing does harm", () => {
  const json = signedOrderToJson(signed);
  const fields = Object.keys(json);
  fc.assert(
    fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
      try {
        parseSignedOrder({ ...json, [field]: value });
      } catch (error) {
        expect(["invalid-shape", "invalid-order"]).toContain((error as { code: string }).code);
      }
    }),
  );
});

function faultOf(order: SignedOrder): OrderFault | undefined {
  try {
    verifyOrder(order);
    return undefined;
  } catch (error) {
    if (error instanceof InvalidOrderError) return error.reason;
    throw error;
  }
}
