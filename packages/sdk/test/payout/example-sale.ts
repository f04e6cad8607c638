import { type Currency, type Listing, listingId, signPurchase } from "../../src/payout/index.ts";
import { address, bytes32, chainId } from "../../src/primitives/index.ts";
import { keyWallet } from "../../src/wallet/index.ts";

const chain = chainId(31_337);
const account = (digits: string) => address(`0x${digits.repeat(20)}`);

/** A listing that was never on a chain. */
export function exampleListing(): Listing {
  const content = {
    chain,
    market: account("a1"),
    seller: account("b2"),
    nonce: 3,
    collection: account("c3"),
    tokenId: 7n,
    currency: account("d4"),
    price: 12_000n * 10n ** 18n,
    shares: [
      { payee: account("e5"), basisPoints: 7_000 },
      { payee: account("f6"), basisPoints: 3_000 },
    ],
  };
  return { ...content, id: listingId(content), state: "open", changedInBlock: 5 };
}

/** The money of {@link exampleListing}. */
export const exampleCurrency: Currency = {
  chain,
  address: account("d4"),
  name: "Test Yen",
  version: "1",
  symbol: "tJPY",
  decimals: 18,
};

/** A buyer with a key. */
export const exampleBuyer = keyWallet(`0x${"07".repeat(32)}`);

/** The buyer's purchase of {@link exampleListing}, which holds from 1,000 to 2,000. */
export function examplePurchase() {
  return signPurchase(exampleBuyer, {
    listing: exampleListing(),
    currency: exampleCurrency,
    buyer: exampleBuyer.address,
    recipient: exampleBuyer.address,
    salt: bytes32(`0x${"5a".repeat(32)}`),
    validAfter: 1_000,
    validBefore: 2_000,
  });
}
