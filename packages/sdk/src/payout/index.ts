/** Sales that pay everyone who has a share: list a token, buy it with or without gas, and see each share land. */
export {
  type Agreement,
  authorizationNonce,
  type PaymentAuthorization,
  type PaymentRequest,
  type PaymentTypedData,
  paymentTypedData,
} from "./authorization.ts";
export type { Currency } from "./currency.ts";
export {
  CurrencyUnsupportedError,
  InvalidAmountError,
  InvalidListingError,
  InvalidPurchaseError,
  ListingMismatchError,
  ListingNotFoundError,
  MarketChainError,
  MarketRefusedError,
  MarketUnavailableError,
  type PurchaseFault,
} from "./errors.ts";
export { fixedPriceMarket } from "./fixed-price-market.ts";
export type { Listing, ListingContent, ListingState, ListingTerms, Share } from "./listing.ts";
export { listingId, verifyListing } from "./listing-id.ts";
export type { MarketLocation } from "./market-reader.ts";
export type { Claim, Marketplace, PaidSale, PaymentOptions } from "./marketplace.ts";
export {
  type PurchaseRequest,
  type PurchaseTypedData,
  purchaseNonce,
  purchaseTypedData,
  signPurchase,
  type TypedDataSigner,
} from "./purchase.ts";
export { describeMarketRevert } from "./revert.ts";
export type { Sale, SharePayment } from "./sale.ts";
export { shareAmounts } from "./shares.ts";
export { signPayment } from "./sign-payment.ts";
export {
  parseSignedPurchase,
  type SignedPurchase,
  signedPurchaseSchema,
} from "./signed-purchase.ts";
export { type PurchaseContext, verifyPurchase } from "./verify-purchase.ts";
export { formatYen, parseYen, type YenFormat } from "./yen.ts";
