import { type Market, orderMarket } from "@ryugu/sdk/market";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { Operator } from "../operator/operator.ts";
import type { PlatformMoney } from "../platform-config.ts";
import { openYenPurse, type YenPurse } from "../yen/yen-purse.ts";

/** Where the platform and its people sell, and what they pay with. The contracts are the zone's, not the platform's. */
export interface Marketplace extends PlatformMoney {
  readonly orders: Market;
  readonly purse: YenPurse;
}

/** Opens it. Nothing is asked of the chain. */
export function openMarketplace(
  money: PlatformMoney,
  { chain, operator }: { chain: ChainId; operator: Operator },
): Marketplace {
  const place = { chain, address: money.market, provider: operator.chain };
  return { ...money, orders: orderMarket(place), purse: openYenPurse(operator, money.yen) };
}
