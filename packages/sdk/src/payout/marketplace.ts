import type { Signer } from "ethers";
import type { Address, Bytes32, ChainId, Hex } from "../primitives/index.ts";
import type { Currency } from "./currency.ts";
import type { Listing, ListingTerms } from "./listing.ts";
import type { Sale, SharePayment } from "./sale.ts";
import type { SignedPurchase } from "./signed-purchase.ts";

/** How a sale's payments are waited for. */
export interface PaymentOptions {
  signal?: AbortSignal;
  /** Milliseconds between two looks; 500 by default. */
  interval?: number;
  /** How many blocks must lie on top of the sale; 0 by default. */
  confirmations?: number;
  /** Waits; given so that tests need no clock. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** A claim that arrived. */
export interface Claim {
  /** In the currency's units. */
  readonly amount: bigint;
  readonly transaction: Hex;
  readonly gasUsed: bigint;
}

/** What buying costs in gas, where the buyer or a sponsor pays it. */
export interface PaidSale extends Sale {
  /** Of the sale, and of the approval before it if there was one. */
  readonly gasUsed: bigint;
}

/**
 * A place where single tokens are sold for money and everyone who has a share is paid: a market's contract, or
 * another rail that keeps these promises.
 *
 * Every method throws MarketUnavailableError where the chain cannot be asked. Those that take a signer throw
 * MarketChainError where it is on another chain, and MarketRefusedError where the chain refuses.
 */
export interface Marketplace {
  readonly chain: ChainId;
  readonly address: Address;

  /**
   * A listing as it stands now, checked against its id.
   *
   * @throws ListingNotFoundError, ListingMismatchError
   */
  listing(id: Bytes32): Promise<Listing>;

  /** The listings of a token that can be bought now. */
  openListings(collection: Address, tokenId: bigint): Promise<readonly Listing[]>;

  /**
   * What a wallet must know to pay in a currency by signature.
   *
   * @throws CurrencyUnsupportedError
   */
  currency(address: Address): Promise<Currency>;

  /**
   * Offers a token of the signer in place of any earlier listing of it, and lets the market move that one token.
   *
   * @throws InvalidListingError
   */
  list(signer: Signer, terms: ListingTerms): Promise<Listing>;

  /** Takes back an offer of the signer. */
  cancel(signer: Signer, id: Bytes32): Promise<void>;

  /**
   * Buys, the signer paying price and gas. The market is allowed exactly the price.
   *
   * @param purchase - the listing as the buyer saw it; the recipient is the signer by default
   * @throws ListingMismatchError
   */
  buy(signer: Signer, purchase: { listing: Listing; recipient?: Address }): Promise<PaidSale>;

  /** Sends in a purchase that its buyer signed; the signer pays the gas. Check it with `verifyPurchase` before. */
  submit(signer: Signer, signed: SignedPurchase): Promise<PaidSale>;

  /**
   * Waits for a listing's sale and yields each share as it landed. Ends after the last one, or when the listing
   * was cancelled; by the signal's reason when it is aborted.
   *
   * @throws ListingNotFoundError
   */
  payments(id: Bytes32, options?: PaymentOptions): AsyncGenerator<SharePayment, void, void>;

  /** What a payee who could not be paid may claim, in the currency's units. */
  credit(payee: Address, currency: Address): Promise<bigint>;

  /**
   * Takes all that is credited to the signer in a currency.
   *
   * @param claim - `to` is the signer by default; a payee whom the currency refuses names another address
   */
  claim(signer: Signer, claim: { currency: Address; to?: Address }): Promise<Claim>;
}
