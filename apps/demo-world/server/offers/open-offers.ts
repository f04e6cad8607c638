/** Puts together what a platform offers: gifts, gas, yen, works for sale, the fair and its desks. */
import { join } from "node:path";
import type { Organisation } from "../../src/sim/protocol/platform.ts";
import { jsonAnswer } from "../answer.ts";
import { CASH_OUT_TABLES, openCashOutBook } from "../cash-out/cash-out-book.ts";
import { cashOutRoutes } from "../cash-out/cash-out-routes.ts";
import { openIssuer } from "../cash-out/open-issuer.ts";
import { openPersonalCashOut } from "../cash-out/personal-cash-out.ts";
import { type DeskTalk, openDeskTalk } from "../desk/booth-talk.ts";
import { deskRoutes } from "../desk/desk-routes.ts";
import { DESK_TABLES, openDeskTokens } from "../desk/desk-tokens.ts";
import { FAIR_TABLES, openApplicationBook } from "../fair/application-book.ts";
import { openFair } from "../fair/fair.ts";
import { fairRoutes } from "../fair/fair-routes.ts";
import { GALLERY_TABLES } from "../gallery/edition-book.ts";
import { GIFT_TABLES } from "../gifts/gift-book.ts";
import { giftRoute } from "../gifts/gift-route.ts";
import type { Route } from "../http/route.ts";
import { OPERATOR_TABLES } from "../operator/ledger.ts";
import { PlatformNotReadyError } from "../setup/errors.ts";
import { SPONSOR_LIMITS } from "../sponsor/allowance.ts";
import { openGasLedger, SPONSOR_TABLES } from "../sponsor/gas-ledger.ts";
import { gasRoute } from "../sponsor/gas-route.ts";
import { openSponsor } from "../sponsor/sponsor.ts";
import type { StoreModule } from "../store/world-store.ts";
import { yenRoute } from "../yen/yen-route.ts";
import { describePlatform } from "./describe-platform.ts";
import { openMarketplace } from "./marketplace.ts";
import { openOperatorKey } from "./open-operator.ts";
import type { OffersParts } from "./parts.ts";
import { type OwnGoods, openPeopleTrade, TRADE_TABLES } from "./people-trade.ts";
import { PLATFORM_PLANS } from "./platform-words.ts";
import { type Goods, startStall } from "./stall.ts";

/** What everything here keeps in the platform's database. */
export const OFFER_TABLES: readonly StoreModule[] = [
  OPERATOR_TABLES,
  SPONSOR_TABLES,
  GIFT_TABLES,
  GALLERY_TABLES,
  FAIR_TABLES,
  DESK_TABLES,
  CASH_OUT_TABLES,
  ...TRADE_TABLES,
];

/** What a platform offers, while its server runs. */
export interface Offers {
  readonly routes: readonly Route[];
  readonly talk: DeskTalk;
  /** The companies at the fair. */
  readonly organisations: readonly Organisation[];
  /** Whether all that the platform gives and sells is on its chain. */
  isReady(): boolean;
  close(): void;
}

/** Opens it all. What needs the chain is made in the background, again and again until it is there. */
export async function openOffers(parts: OffersParts): Promise<Offers> {
  const { slug, chain, store, now, log } = parts;
  const plan = PLATFORM_PLANS[slug];
  const operator = await openOperatorKey(parts.operator, { store, log, now });
  const marketplace = parts.money && openMarketplace(parts.money, { chain, operator });
  const stall = startStall({ ...parts, plan, operator, marketplace });
  const { hasGallery } = plan;
  const own = ownGoods(() => stall.goods(), hasGallery);
  const trade =
    marketplace && openPeopleTrade({ ...parts, marketplace, operator, own, hasGallery });
  const booths = plan.organisations.map((organisation) => organisation.slug);
  const talk = openDeskTalk(booths);
  const book = openApplicationBook(store);
  const fair = openFair({ chain, organisations: plan.organisations, book, now });
  const tokens = openDeskTokens(store, booths, join(parts.data, "desks.json"), parts.random);
  const sponsor = openSponsor(operator, openGasLedger(store), SPONSOR_LIMITS, now);
  return {
    talk,
    organisations: plan.organisations,
    routes: [
      {
        method: "GET",
        path: "/platform.json",
        handle: () =>
          jsonAnswer(200, describePlatform(parts, plan, stall.goods(), trade?.artworks())),
      },
      gasRoute(sponsor),
      giftRoute(() => stall.goods()?.gifts),
      ...(marketplace === undefined ? [] : [yenRoute(marketplace.purse)]),
      ...(trade?.routes ?? []),
      ...(await openCashOut(parts)),
      ...(booths.length === 0 ? [] : fairRoutes(fair)),
      ...(booths.length === 0 ? [] : deskRoutes({ fair, talk, tokens, now })),
    ],
    isReady: () => stall.isReady(),
    close() {
      stall.close();
      trade?.close();
      operator.close();
    },
  };
}

/** What the platform sells itself, as people's trade sees it. */
const ownGoods = (goods: () => Goods | undefined, hasGallery: boolean): OwnGoods => ({
  orderOf(hash) {
    const gallery = goods()?.shop?.gallery;
    if (gallery === undefined && hasGallery) {
      throw new PlatformNotReadyError("The gallery is being hung.");
    }
    return gallery?.orderOf(hash);
  },
  keep() {
    goods()
      ?.shop?.gallery.keep()
      .catch(() => undefined);
  },
});

async function openCashOut({ issuer, store, now }: OffersParts): Promise<Route[]> {
  if (issuer === undefined) return [];
  const adapter = await openIssuer(issuer);
  return cashOutRoutes(openPersonalCashOut({ issuer: adapter, book: openCashOutBook(store), now }));
}
