/** Sales by signed orders: royalties are honoured, everyone who has a part is paid, and nobody in between holds anything. */

export { assertOrder } from "./check-order.ts";
export { isStranded } from "./check-royalty.ts";
export { divideSale, type PartRole, type Royalty, type SalePart } from "./divide-sale.ts";
export {
  InvalidOrderError,
  InvalidPurchaseError,
  type OrderFault,
  type PurchaseFault,
} from "./errors.ts";
export type { BlockPlace, ChainLogs, RoyaltySource } from "./facts/chain-logs.ts";
export { type FactLog, factLogOf, type UnreadLog } from "./facts/events.ts";
export type { FactChain } from "./facts/fact-chain.ts";
export { factsOfLogs } from "./facts/facts-of-logs.ts";
export { type FactQuery, readFacts } from "./facts/read-facts.ts";
export type { FollowOptions, Market, PaidSale, SaleQuery, Sent } from "./market.ts";
export type {
  GoodsKind,
  Intermediary,
  Order,
  OrderState,
  SalePolicy,
  SignedOrder,
} from "./order.ts";
export {
  cancellationTypedData,
  type MarketTypedData,
  orderHash,
  orderTypedData,
} from "./order-hash.ts";
export { orderMarket } from "./order-market.ts";
export { makeOrder, type OrderSetting, type OrderTerms } from "./order-terms.ts";
export {
  type Purchase,
  type PurchaseRequest,
  purchasePurpose,
  type SignedPurchase,
  signPurchase,
} from "./purchase.ts";
export type { Refund, Sale, SharePayment } from "./sale.ts";
export { salesIn } from "./sale-logs.ts";
export { signOrder } from "./sign-order.ts";
export {
  parseSignedOrder,
  type SignedOrderJson,
  signedOrderSchema,
  signedOrderToJson,
} from "./signed-order.ts";
export { parseSignedPurchase, signedPurchaseSchema } from "./signed-purchase.ts";
export { refundPurpose } from "./trade.ts";
export { type OrderContext, type OrderWord, verifyOrder } from "./verify-order.ts";
export { type PurchaseContext, verifyPurchase } from "./verify-purchase.ts";
