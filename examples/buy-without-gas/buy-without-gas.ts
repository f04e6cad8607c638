// #region buy-without-gas
import {
  formatYen,
  type Listing,
  type Marketplace,
  parseSignedPurchase,
  signPurchase,
  verifyPurchase,
} from "@ryugu/sdk/payout";
import { bytes32 } from "@ryugu/sdk/primitives";
import type { Wallet } from "@ryugu/sdk/wallet";
import { hexlify, randomBytes, type Signer } from "ethers";

/** In the buyer's browser: one signature, no gas. Only this market can take it, for this token and price. */
export async function signFor(market: Marketplace, listing: Listing, buyer: Wallet, now: number) {
  return await signPurchase(buyer, {
    listing,
    currency: await market.currency(listing.currency),
    buyer: buyer.address,
    recipient: buyer.address,
    salt: bytes32(hexlify(randomBytes(32))),
    validBefore: Math.floor(now) + 600,
  });
}

/** On your server: checks a stranger's purchase, then pays its gas. */
export async function sponsor(market: Marketplace, signer: Signer, body: unknown, now: number) {
  const signed = parseSignedPurchase(body);
  const listing = await market.listing(signed.listingId);
  verifyPurchase(signed, listing, { currency: await market.currency(listing.currency), now });
  return await market.submit(signer, signed);
}

/** Anywhere: says what each creator got, as it lands. */
export async function* watch(market: Marketplace, { id }: Listing) {
  for await (const { payee, amount, outcome } of market.payments(id)) {
    yield `${payee} ${outcome} ${formatYen(amount)}`;
  }
}
// #endregion
