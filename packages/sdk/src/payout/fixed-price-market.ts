import { followPayments } from "./follow-payments.ts";
import { asMarketOutage } from "./market-outage.ts";
import { type MarketLocation, readListing, readOpenListings, view } from "./market-reader.ts";
import type { Marketplace } from "./marketplace.ts";
import { readCurrency } from "./read-currency.ts";
import { buyListing, cancelListing, claimCredit, listToken, submitPurchase } from "./trade.ts";

/**
 * The zone's market contract as a {@link Marketplace}. The caller owns and closes the provider.
 *
 * @example
 * const market = fixedPriceMarket({ chain: chainId(31337), address: address("0x…"), provider });
 * for (const listing of await market.openListings(collection, 1n)) console.log(formatYen(listing.price));
 */
export function fixedPriceMarket(market: MarketLocation): Marketplace {
  return {
    chain: market.chain,
    address: market.address,
    listing: (id) => readListing(market, id),
    openListings: (collection, tokenId) => readOpenListings(market, collection, tokenId),
    currency: (address) => readCurrency(market, address).catch(asMarketOutage),
    list: (signer, terms) => listToken(market, signer, terms),
    cancel: (signer, id) => cancelListing(market, signer, id),
    buy: (signer, purchase) => buyListing(market, signer, purchase),
    submit: (signer, signed) => submitPurchase(market, signer, signed),
    payments: (id, options) => followPayments(market, id, options),
    credit: (payee, currency) => view(market, "credit", payee, currency),
    claim: (signer, claim) => claimCredit(market, signer, claim),
  };
}
