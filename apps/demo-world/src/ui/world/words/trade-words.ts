import type { PayeeKind } from "../../../sim/market/payee.ts";
import type { ShareRole } from "../../../sim/market/share.ts";

/** The words of people's buying and selling. */
export interface TradeWords {
  title: string;
  lead: string;
  reading: string;
  empty: string;
  more: string;
  refresh: string;
  back: string;
  gone: string;
  sellOwn: string;
  yours: string;
  whoGets: string;
  you(name: string): string;
  /** Told an account, shortened. */
  payees: Record<PayeeKind, (account: string) => string>;
  roles: Record<ShareRole, string>;
  shareOfRoyalty(percent: string): string;
  royaltyGoesHome(creators: string): string;
  unnamedCreator: string;
  ownOffer: string;
  toBelongings: string;
  forSale(price: string): string;
  takeBack: string;
  takingBack: string;
  sellHere: string;
  sellTitle(name: string): string;
  sellLead: string;
  priceLabel: string;
  priceHint: string;
  asking: string;
  youGet(amount: string): string;
  isFirst: string;
  isResale: string;
  sell: string;
  sellAgain: string;
  sellText: string;
  selling: Record<"gas" | "signing" | "posting", string>;
  offered(price: string): string;
}
