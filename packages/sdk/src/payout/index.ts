/**
 * Sales that pay everyone who has a share: list a token, buy it with or without gas, and see each share land. And the
 * way from a yen token to a bank account.
 */
export {
  type Agreement,
  authorizationNonce,
  type PaymentAuthorization,
  type PaymentRequest,
  type PaymentTypedData,
  paymentTypedData,
} from "./authorization.ts";
export type {
  CashOutAdapter,
  CashOutEvent,
  CashOutTerms,
  TimedQuote,
} from "./cash-out/adapter.ts";
export {
  BANK_ACCOUNT_TYPES,
  type BankAccount,
  type BankAccountType,
  isSameAccount,
  parseBankAccount,
} from "./cash-out/bank-account.ts";
export { bankMoves } from "./cash-out/bank-moves.ts";
export type {
  BankRail,
  BankRefusal,
  BankTerms,
  BankTransfer,
  BankTransferState,
  TransferOrder,
} from "./cash-out/bank-rail.ts";
export {
  type BankCalendar,
  type Day,
  dayInJapan,
  departureTime,
  isBusinessDay,
  nextBusinessDay,
  startOfDay,
} from "./cash-out/business-day.ts";
export {
  type BankAccountField,
  CashOutContradictionError,
  type CashOutFault,
  CashOutNotFoundError,
  CashOutTooLateError,
  CashOutTooSmallError,
  CashOutUnavailableError,
  IllegalCashOutMoveError,
  InvalidBankAccountError,
  InvalidCashOutError,
  ZenginFileError,
} from "./cash-out/errors.ts";
export { type FeeTier, type TransferFees, transferFee } from "./cash-out/fees.ts";
export { type HttpCashOutOptions, httpCashOut } from "./cash-out/http-cash-out.ts";
export { cashOutSchema, parseCashOut, toCashOutJson } from "./cash-out/json.ts";
export { type CashOutQuote, type QuoteTerms, quoteCashOut } from "./cash-out/quote.ts";
export {
  type BookedTransfer,
  type ComparedTransfer,
  isReconciled,
  type Reconciliation,
  reconcile,
  transferReference,
} from "./cash-out/reconcile.ts";
export {
  type AuthorizationTypedData,
  type CashOutRequest,
  cashOutId,
  cashOutReturnNonce,
  cashOutReturnTypedData,
  cashOutTypedData,
  signCashOut,
} from "./cash-out/request.ts";
export {
  parseSignedCashOut,
  type SignedCashOut,
  signedCashOutSchema,
} from "./cash-out/signed-cash-out.ts";
export {
  type CancellationReason,
  type CashOut,
  type CashOutMove,
  type CashOutState,
  isEnded,
  moveCashOut,
  type RefusalReason,
} from "./cash-out/state.ts";
export { type CashOutContext, verifyCashOut } from "./cash-out/verify.ts";
export {
  parseTransferFile,
  writeTransferFile,
  type ZenginTransfer,
  type ZenginTransferFile,
} from "./cash-out/zengin/transfer-file.ts";
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
