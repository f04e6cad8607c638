import fc from "fast-check";
import { expect, test } from "vitest";
import {
  exampleCurrency as currency,
  exampleBuyer,
  exampleListing,
  examplePurchase,
} from "../../test/payout/example-sale.ts";
import { bytes32, chainId, type Hex, ZERO_ADDRESS } from "../primitives/index.ts";
import { keyWallet } from "../wallet/index.ts";
import { InvalidPurchaseError, ListingMismatchError, type PurchaseFault } from "./errors.ts";
import type { Listing } from "./listing.ts";
import { listingId } from "./listing-id.ts";
import { parseSignedPurchase, type SignedPurchase } from "./signed-purchase.ts";
import { verifyPurchase } from "./verify-purchase.ts";

const listing = exampleListing();
const signed = await examplePurchase();
const other = keyWallet(`0x${"08".repeat(32)}`).address;
const salt = bytes32(`0x${"5b".repeat(32)}`);

test("what the buyer signed is good while it holds", () => {
  for (const now of [1_000.5, 1_001, 1_999]) verifyPurchase(signed, listing, { currency, now });
});

test.each<[PurchaseFault, Partial<SignedPurchase>, number?]>([
  ["chain", { chain: chainId(1) }],
  ["market", { market: other }],
  ["listing", { listingId: salt }],
  ["currency", { currency: other }],
  ["price", { price: "1" }],
  ["recipient", { recipient: ZERO_ADDRESS }],
  ["recipient", { recipient: listing.market }],
  ["early", {}, 1_000],
  ["expired", {}, 2_000],
  ["signature", { recipient: other }],
  ["signature", { buyer: other }],
  ["signature", { salt }],
  ["signature", { validBefore: 2_001 }],
  ["signature", { validAfter: 999 }],
  ["signature", { signature: `0x${"00".repeat(65)}` }],
  ["signature", { signature: `0x${"ff".repeat(65)}` }],
])("a wrong %s is named", (reason, change, now = 1_500) => {
  expect(faultOf({ ...signed, ...change }, listing, now)).toBe(reason);
});

test.each(["stale", "sold", "cancelled"] as const)("a %s listing is not bought", (state) => {
  expect(faultOf(signed, { ...listing, state })).toBe("state");
});

test("another listing of the same token at the same price is another purchase", () => {
  const payees = [...listing.shares].reverse().map(({ payee }, i) => ({
    payee,
    basisPoints: i === 0 ? 9_999 : 1,
  }));
  const content = { ...listing, shares: payees };
  const relisted: Listing = { ...content, id: listingId(content) };
  expect(faultOf(signed, relisted)).toBe("listing");
  expect(faultOf({ ...signed, listingId: relisted.id }, relisted)).toBe("signature");
});

test("a listing that is not what its id commits to is nobody's", () => {
  const lie = { ...listing, price: 1n };
  const check = () => verifyPurchase(signed, lie, { currency, now: 1_500 });
  expect(check).toThrow(ListingMismatchError);
});

test("no signature but the buyer's is taken", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 65, maxLength: 65 }), (bytes) => {
      const signature = `0x${Buffer.from(bytes).toString("hex")}` as Hex;
      expect(faultOf({ ...signed, signature }, listing)).toBe("signature");
    }),
    { numRuns: 50 },
  );
});

test("a purchase is JSON, and is read back as it was", () => {
  expect(parseSignedPurchase(JSON.parse(JSON.stringify(signed)))).toEqual(signed);
  expect(signed.buyer).toBe(exampleBuyer.address);
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["a list", []],
  ["an unknown field", { ...signed, tip: "1" }],
  ["a missing field", { ...signed, salt: undefined }],
  ["a price of a hundred digits", { ...signed, price: "9".repeat(100) }],
  ["a price of nothing", { ...signed, price: "0" }],
  ["a fraction", { ...signed, price: "1.5" }],
  ["half a signature", { ...signed, signature: signed.signature.slice(0, 66) }],
  ["a time before time", { ...signed, validAfter: -1 }],
  ["an address of a wrong checksum", { ...signed, buyer: flipCase(signed.buyer) }],
])("%s is no signed purchase", (_, value) => {
  expect(() => parseSignedPurchase(value)).toThrow();
});

function flipCase(text: string): string {
  const at = text.search(/[a-f]/);
  return `${text.slice(0, at)}${text[at]?.toUpperCase()}${text.slice(at + 1)}`;
}

function faultOf(purchase: SignedPurchase, of: Listing, now = 1_500): PurchaseFault | undefined {
  try {
    verifyPurchase(purchase, of, { currency, now });
  } catch (error) {
    if (error instanceof InvalidPurchaseError) return error.reason;
    throw error;
  }
  return undefined;
}
