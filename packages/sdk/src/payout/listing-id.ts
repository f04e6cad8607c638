import { TypedDataEncoder } from "ethers";
import { type Bytes32, chainNumber } from "../primitives/index.ts";
import { ListingMismatchError } from "./errors.ts";
import type { Listing, ListingContent } from "./listing.ts";

const TYPES = {
  Share: [
    { name: "payee", type: "address" },
    { name: "basisPoints", type: "uint16" },
  ],
  Listing: [
    { name: "chainId", type: "uint256" },
    { name: "market", type: "address" },
    { name: "seller", type: "address" },
    { name: "nonce", type: "uint40" },
    { name: "collection", type: "address" },
    { name: "tokenId", type: "uint256" },
    { name: "currency", type: "address" },
    { name: "price", type: "uint256" },
    { name: "shares", type: "Share[]" },
  ],
};

/** A listing's id: the EIP-712 struct hash of its whole content. Who buys by id cannot be made to pay anyone else. */
export function listingId({ chain, ...content }: ListingContent): Bytes32 {
  return TypedDataEncoder.hashStruct("Listing", TYPES, {
    chainId: chainNumber(chain),
    ...content,
  }) as Bytes32;
}

/**
 * Checks that a listing is what its id commits to, whoever told it.
 *
 * @throws ListingMismatchError
 */
export function verifyListing(listing: Listing): void {
  const computed = listingId(listing);
  if (computed === listing.id) return;
  throw new ListingMismatchError("The listing is not what its id commits to.", {
    details: [`Id: ${listing.id}`, `Of the content: ${computed}`],
  });
}
