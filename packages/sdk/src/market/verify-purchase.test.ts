import { expect, test } from "vitest";
import {
  exampleCurrency as currency,
  exampleOrder,
  examplePurchase,
} from "../../test/market/example-order.ts";
import { bytes32, chainId, ZERO_ADDRESS } from "../primitives/index.ts";
import { keyWallet } from "../wallet/index.ts";
import { InvalidPurchaseError, type PurchaseFault } from "./errors.ts";
import type { Order } from "./order.ts";
import type { SignedPurchase } from "./purchase.ts";
import { parseSignedPurchase } from "./signed-purchase.ts";
import { verifyPurchase } from "./verify-purchase.ts";

const order = exampleOrder;
const signed = await examplePurchase();
const other = keyWallet(`0x${"08".repeat(32)}`).address;
const salt = bytes32(`0x${"5c".repeat(32)}`);

test("what the buyer signed is good while it holds", () => {
  for (const now of [1_000.5, 1_001, 1_999]) verifyPurchase(signed, order, { currency, now });
});

const word = (change: Partial<SignedPurchase["authorization"]>) => ({
  authorization: { ...signed.authorization, ...change },
});

test.each<[PurchaseFault, Partial<SignedPurchase>, number?]>([
  ["chain", { chain: chainId(1) }],
  ["market", { market: other }],
  ["order", { orderHash: salt }],
  ["count", { count: 2 }],
  ["price", { amount: "1" }],
  ["recipient", { recipient: ZERO_ADDRESS }],
  ["recipient", { recipient: order.market }],
  ["recipient", { recipient: order.seller }],
  ["early", {}, 1_000],
  ["expired", {}, 2_000],
  ["signature", { recipient: other }],
  ["signature", { buyer: other }],
  ["signature", word({ salt })],
  ["signature", word({ validBefore: 2_001 })],
  ["signature", word({ validAfter: 999 })],
  ["signature", word({ agreement: "rail" })],
  ["signature", word({ agreement: "caller" })],
  ["signature", word({ signature: `0x${"00".repeat(65)}` })],
  ["signature", word({ signature: `0x${"ff".repeat(65)}` })],
])("a wrong %s is named", (reason, change, now = 1_500) => {
  expect(faultOf({ ...signed, ...change }, order, now)).toBe(reason);
});

test("an order for somebody else, or in other money, is not bought", async () => {
  expect(faultOf(signed, { ...order, buyer: other })).toBe("order");
  const theirs = { ...order, buyer: other };
  expect(faultOf(await examplePurchase(theirs), theirs)).toBe("buyer");
  expect(faultOf(signed, order, 1_500, { ...currency, address: other })).toBe("currency");
});

test("a ledger checks the buyer's word itself", async () => {
  const ledger = { ...order, currency: order.rail };
  const money = { ...currency, address: order.rail };
  const purchase = await examplePurchase(ledger, money);
  expect(purchase.authorization.agreement).toBe("rail");
  verifyPurchase(purchase, ledger, { currency: money, now: 1_500 });
  const changed = { ...purchase, recipient: other };
  expect(faultOf(changed, ledger, 1_500, money)).toBe("signature");
  // A contract's word only its chain can tell.
  const unasked = { ...changed, buyer: other };
  verifyPurchase(unasked, ledger, { currency: money, now: 1_500, isContract: true });
});

test("a signed purchase is the same after a journey as JSON", () => {
  expect(parseSignedPurchase(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
});

test.each([
  ["no object", 5],
  ["a field too many", { ...signed, gift: true }],
  ["no amount", { ...signed, amount: "0" }],
  ["half a token", { ...signed, count: 0.5 }],
  ["no word", { ...signed, ...word({ agreement: "caller" }) }],
  ["half a byte", { ...signed, ...word({ signature: "0x123" }) }],
])("%s is no signed purchase", (_, value) => {
  expect(() => parseSignedPurchase(value)).toThrowError(
    expect.objectContaining({ code: "invalid-shape" }),
  );
});

function faultOf(purchase: SignedPurchase, of: Order, now = 1_500, money = currency) {
  try {
    verifyPurchase(purchase, of, { currency: money, now });
    return undefined;
  } catch (error) {
    if (error instanceof InvalidPurchaseError) return error.reason;
    throw error;
  }
}
