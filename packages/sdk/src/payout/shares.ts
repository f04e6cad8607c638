import { isSameAddress, uint, ZERO_ADDRESS } from "../primitives/index.ts";
import { InvalidListingError } from "./errors.ts";
import type { ListingTerms, Share } from "./listing.ts";

/** All basis points of a price. */
const WHOLE = 10_000;
const MAX_SHARES = 16;
const MAX_PRICE_BITS = 96n;

/**
 * What each payee gets of a price, as the contract splits it: rounded down, and the last one gets the rest.
 * The amounts always sum to the price.
 *
 * @throws InvalidListingError where there are not 1 to 16 shares of 10,000 basis points in all
 */
export function shareAmounts(price: bigint, shares: readonly Share[]): bigint[] {
  assertShares(shares);
  const amounts = shares.map(({ basisPoints }) => (price * BigInt(basisPoints)) / BigInt(WHOLE));
  const rounded = price - amounts.reduce((sum, amount) => sum + amount, 0n);
  return amounts.map((amount, i) => (i === amounts.length - 1 ? amount + rounded : amount));
}

/**
 * Checks what is to be listed, as far as it can be seen without the chain.
 *
 * @throws InvalidListingError, IntegerOutOfRangeError
 */
export function assertTerms({ tokenId, price, shares }: ListingTerms): void {
  uint(tokenId, 256, "A token id");
  if (price < 1n || price >> MAX_PRICE_BITS) {
    throw fault(`A price is 1 to 2^${MAX_PRICE_BITS} - 1 units.`, `Received: ${price}`);
  }
  assertShares(shares);
}

function assertShares(shares: readonly Share[]): void {
  if (shares.length < 1 || shares.length > MAX_SHARES) {
    throw fault(`A listing has 1 to ${MAX_SHARES} shares.`, `Received: ${shares.length}`);
  }
  for (const { payee, basisPoints } of shares) {
    if (isSameAddress(payee, ZERO_ADDRESS)) throw fault("A payee is the zero address.");
    if (!Number.isInteger(basisPoints) || basisPoints < 1 || basisPoints > WHOLE) {
      throw fault(`A share is 1 to ${WHOLE} basis points.`, `Received: ${basisPoints}`);
    }
  }
  const sum = shares.reduce((total, { basisPoints }) => total + basisPoints, 0);
  if (sum !== WHOLE) throw fault(`The shares do not sum to ${WHOLE}.`, `They sum to ${sum}`);
}

function fault(why: string, ...details: string[]): InvalidListingError {
  return new InvalidListingError(why, { details });
}
