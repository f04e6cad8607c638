import type { ContractLocation } from "../payout/index.ts";
import { followSale } from "./follow-sale.ts";
import type { Market } from "./market.ts";
import { offerGoods } from "./offer.ts";
import { readOrderCurrency, readRoyalty, readState } from "./read-order.ts";
import { readSales } from "./read-sales.ts";
import { buyOrder, cancelAllOrders, cancelOrder, refundOrder, submitPurchase } from "./trade.ts";

/**
 * A market's contract as a {@link Market}. The caller owns and closes the provider.
 *
 * @example
 * const market = orderMarket({ chain: chainId(31337), address: address("0x…"), provider });
 * const sale = await market.buy(signer, parseSignedOrder(json));
 */
export function orderMarket(market: ContractLocation): Market {
  return {
    chain: market.chain,
    address: market.address,
    stateOf: (order) => readState(market, order),
    royaltyOf: (order, count) => readRoyalty(market, order, count),
    currencyOf: (order) => readOrderCurrency(market, order),
    offer: (signer, terms) => offerGoods(market, signer, terms),
    cancel: (signer, order) => cancelOrder(market, signer, order),
    cancelAll: (signer) => cancelAllOrders(market, signer),
    buy: (signer, order, wish) => buyOrder(market, signer, order, wish),
    submit: (signer, order, purchase) => submitPurchase(market, signer, order, purchase),
    refund: (signer, order, to) => refundOrder(market, signer, order, to),
    sales: (query) => readSales(market, query),
    follow: (order, options) => followSale(market, order, options),
  };
}
