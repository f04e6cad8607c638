import type { Market, SignedOrder } from "@ryugu/sdk/market";
import { tokenRefKey } from "../../sim/belongings/belonging.ts";
import { landed } from "../../sim/market/share.ts";
import type { Platform } from "../../sim/protocol/platform.ts";
import type { SaleView } from "../../stores/world/market-store.ts";
import { readBelongings } from "./belongings.ts";
import { notice } from "./notices.ts";
import { freshPlatform } from "./platform-news.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { readOffers } from "./trade.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

const LANDING_TIMEOUT = 60_000;

/**
 * Buying, the same for what hangs in the gallery and for what people sell to each other. A sale's key is the artwork's
 * spot or the order's hash.
 */
export function saleActions(visit: Visit) {
  const { market, place } = visit.stores;
  return {
    readSale: (key: string) => void readSale(visit, key),
    buy: (key: string) => void buy(visit, key),
    async askYen() {
      if (market.getState().isAskingYen) return;
      market.setState({ isAskingYen: true, yenProblem: undefined });
      try {
        const slug = place.getState().platform;
        const { askYen } = await heavy();
        const yen = await withSession(visit, slug, (token) =>
          askYen(platformOf(visit, slug), token),
        );
        market.setState({ isAskingYen: false, yen: yen.toString() });
        notice(visit, "yen-arrived", "good");
      } catch (error) {
        market.setState({ isAskingYen: false, yenProblem: problemOf(error).code });
      }
    },
  };
}

function setSale({ stores }: Visit, key: string, change: Partial<SaleView>): void {
  stores.market.setState(({ sales }) => ({
    sales: {
      ...sales,
      [key]: { ...(sales[key] ?? { phase: "reading", shares: [] }), ...change },
    },
  }));
}

/** What is told of a sale, and by whom: to be checked. */
interface Told {
  readonly platform: Platform;
  readonly order: Readonly<Record<string, unknown>> | null;
  readonly title?: string | undefined;
}

/** What hangs at a spot is asked anew, as after a sale another print of it is offered; an order stays what it is. */
async function tellSale(visit: Visit, key: string): Promise<Told> {
  const { place, trade, settings } = visit.stores;
  const slug = place.getState().platform;
  const language = settings.getState().locale;
  if (key.startsWith("0x")) {
    const offer = trade.getState().offers.find(({ id }) => id === key);
    const looks = offer && trade.getState().looks[tokenRefKey(offer.token)];
    const platform = platformOf(visit, slug);
    return { platform, order: offer?.told ?? null, title: looks?.name?.[language] };
  }
  const platform = await freshPlatform(visit, slug);
  const work = platform.gallery?.artworks.find(({ spot }) => spot === key);
  return { platform, order: work?.sale?.order ?? null, title: work?.title[language] };
}

async function readSale(visit: Visit, key: string): Promise<void> {
  const before = visit.stores.market.getState().sales[key]?.phase;
  if (before === "buying" || before === "landing" || before === "reading") return;
  setSale(visit, key, { phase: "reading", problem: undefined, shares: [] });
  try {
    const { offer } = await findOffer(visit, key);
    if (!offer?.isOpen) return setSale(visit, key, { phase: "unavailable", price: undefined });
    const { order, shares } = offer;
    const { price, seller } = order;
    setSale(visit, key, { phase: "open", price: `${price}`, seller, shares, isMine: false });
  } catch (error) {
    setSale(visit, key, { phase: "unavailable", problem: problemOf(error).code });
  }
}

async function findOffer(visit: Visit, key: string) {
  const { openMarket, readOffer, yenOf } = await heavy();
  const { account, chains } = inside(visit);
  const told = await tellSale(visit, key);
  const { platform } = told;
  if (platform.market === undefined) return { ...told, offer: undefined, market: undefined };
  const selling = { chain: platform.chain, market: platform.market };
  const market = openMarket(chains, selling);
  const [offer, yen] = await Promise.all([
    readOffer(chains, { market, splits: platform.market.splits }, told.order),
    yenOf(chains, selling, account.wallet.address),
  ]);
  visit.stores.market.setState({ yen: yen.toString() });
  return { ...told, offer, market };
}

async function buy(visit: Visit, key: string): Promise<void> {
  const offered = visit.stores.market.getState().sales[key];
  if (offered?.phase !== "open" && offered?.phase !== "failed") return;
  setSale(visit, key, { phase: "buying", problem: undefined });
  try {
    const { offer, market, platform, title } = await findOffer(visit, key);
    if (!offer?.isOpen || market === undefined) {
      return setSale(visit, key, { phase: "unavailable", problem: "invalid-purchase/state" });
    }
    // Nobody pays a price that they have not seen.
    const { order } = offer;
    if (`${order.price}` !== offered.price) {
      setSale(visit, key, { phase: "open", price: `${order.price}`, shares: offer.shares });
      return setSale(visit, key, { problem: "invalid-purchase" });
    }
    const { buy, chainTime } = await heavy();
    const { account, chains } = inside(visit);
    const now = await chainTime(chains, platform.chain);
    const landing = watchShares(visit, key, order, market);
    await withSession(visit, platform.slug, (token) =>
      buy(platform, token, account, { market, order, now }),
    );
    setSale(visit, key, { phase: "landing" });
    await landing;
    setSale(visit, key, { phase: "sold", isMine: true });
    notice(visit, "bought", "good", title ?? "");
    void readBelongings(visit);
    void readOffers(visit, true);
  } catch (error) {
    setSale(visit, key, { phase: "failed", problem: problemOf(error).code });
  }
}

/** Lights each share up as it lands on the chain. */
async function watchShares(
  visit: Visit,
  key: string,
  order: SignedOrder,
  market: Market,
): Promise<void> {
  const { paymentsOf } = await heavy();
  const signal = AbortSignal.any([visit.end.signal, AbortSignal.timeout(LANDING_TIMEOUT)]);
  try {
    for await (const payment of paymentsOf(market, order, signal)) {
      const { shares = [] } = visit.stores.market.getState().sales[key] ?? {};
      setSale(visit, key, { shares: landed(shares, payment) });
    }
  } catch {
    // What was paid is on the chain all the same; the page only could not watch.
  }
}
