import { TypedDataEncoder } from "ethers";
import { recoverSigner } from "../lane/index.ts";
import { type Bytes32, isSameAddress, ZERO_ADDRESS } from "../primitives/index.ts";
import type { Currency } from "./currency.ts";
import { InvalidPurchaseError, type PurchaseFault } from "./errors.ts";
import type { Listing } from "./listing.ts";
import { verifyListing } from "./listing-id.ts";
import { purchaseTypedData } from "./purchase.ts";
import type { SignedPurchase } from "./signed-purchase.ts";

/** What the chain says, for a check that asks nobody. */
export interface PurchaseContext {
  readonly currency: Currency;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Checks everything about a signed purchase that can be seen without the chain, so that a sponsor pays no gas for
 * what the chain would refuse. What it cannot see: the buyer's balance, and whether the payment was used before.
 *
 * @param listing - read from the chain by the sponsor itself
 * @throws InvalidPurchaseError with its `reason`
 * @throws ListingMismatchError where the listing is not what its id commits to
 */
export function verifyPurchase(
  signed: SignedPurchase,
  listing: Listing,
  context: PurchaseContext,
): void {
  verifyListing(listing);
  assertSameSale(signed, listing, context.currency);
  if (listing.state !== "open") throw fault("state", `The listing is ${listing.state}.`);
  const { recipient } = signed;
  if (isSameAddress(recipient, ZERO_ADDRESS) || isSameAddress(recipient, listing.market)) {
    throw fault("recipient", "Nobody could use the token at this address.", recipient);
  }
  // As the currency compares: strictly after the one, strictly before the other.
  if (context.now <= signed.validAfter) throw fault("early", "The purchase does not hold yet.");
  if (context.now >= signed.validBefore) throw fault("expired", "The purchase holds no more.");
  assertSignature(signed, listing, context.currency);
}

function assertSameSale(signed: SignedPurchase, listing: Listing, currency: Currency): void {
  if (signed.chain !== listing.chain) throw fault("chain", "Another chain.", signed.chain);
  if (!isSameAddress(signed.market, listing.market)) {
    throw fault("market", "The payment is made out to another market.", signed.market);
  }
  if (signed.listingId !== listing.id) {
    throw fault("listing", "Another listing was bought.", signed.listingId);
  }
  const money = [signed.currency, currency.address];
  if (currency.chain !== listing.chain || money.some((m) => !isSameAddress(m, listing.currency))) {
    throw fault("currency", "The listing is not paid in this currency.", signed.currency);
  }
  if (signed.price !== `${listing.price}`) {
    throw fault("price", "Another price was signed.", signed.price);
  }
}

function assertSignature(signed: SignedPurchase, listing: Listing, currency: Currency): void {
  const { domain, types, message } = purchaseTypedData({ ...signed, listing, currency });
  const digest = TypedDataEncoder.hash(domain, types, message) as Bytes32;
  const signer = recover(digest, signed.signature);
  if (isSameAddress(signer, signed.buyer)) return;
  throw fault("signature", "The buyer did not sign this purchase.", `Signer: ${signer}`);
}

function recover(digest: Bytes32, signature: string) {
  try {
    return recoverSigner(digest, signature);
  } catch (cause) {
    throw new InvalidPurchaseError("signature", "The signature recovers to nobody.", { cause });
  }
}

function fault(reason: PurchaseFault, why: string, ...details: string[]): InvalidPurchaseError {
  return new InvalidPurchaseError(reason, why, { details });
}
