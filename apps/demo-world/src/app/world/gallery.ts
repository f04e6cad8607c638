import type { Market, SignedOrder } from "@ryugu/sdk/market";
import type { Artwork, Platform } from "../../sim/protocol/platform.ts";
import type { ArtworkSale } from "../../stores/world/market-store.ts";
import { readBelongings } from "./belongings.ts";
import { notice } from "./notices.ts";
import { problemOf } from "./problem-code.ts";
import { withSession } from "./session.ts";
import { heavy, inside, platformOf, type Visit } from "./visit.ts";

const LANDING_TIMEOUT = 60_000;

/** What one can do in the gallery. */
export function galleryActions(visit: Visit) {
  const { market, place } = visit.stores;
  return {
    readSale: (spot: string) => void readSale(visit, spot),
    buy: (spot: string) => void buy(visit, spot),
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

function setSale({ stores }: Visit, spot: string, change: Partial<ArtworkSale>): void {
  stores.market.setState(({ sales }) => ({
    sales: {
      ...sales,
      [spot]: { ...(sales[spot] ?? { phase: "reading", shares: [] }), ...change },
    },
  }));
}

/** What hangs there now, asked anew: after a sale another print of the work is offered. */
async function freshWork(
  visit: Visit,
  spot: string,
): Promise<{ work: Artwork; platform: Platform }> {
  const slug = visit.stores.place.getState().platform;
  const { loadPlatform } = await heavy();
  const { zone } = inside(visit);
  const { url } = platformOf(visit, slug);
  const platform = await loadPlatform(url, zone, visit.end.signal).catch(() =>
    platformOf(visit, slug),
  );
  visit.stores.place.setState(({ platforms }) => ({
    platforms: { ...platforms, [slug]: platform },
  }));
  const work = platform.gallery?.artworks.find((one) => one.spot === spot);
  if (work === undefined) throw new Error("There is no such work.");
  return { work, platform };
}

async function readSale(visit: Visit, spot: string): Promise<void> {
  const before = visit.stores.market.getState().sales[spot]?.phase;
  if (before === "buying" || before === "landing" || before === "reading") return;
  setSale(visit, spot, { phase: "reading", problem: undefined, shares: [] });
  try {
    const { offer } = await findOffer(visit, spot);
    if (!offer?.isOpen) return setSale(visit, spot, { phase: "unavailable", price: undefined });
    const { order, shares } = offer;
    setSale(visit, spot, { phase: "open", price: `${order.price}`, shares, isMine: false });
  } catch (error) {
    setSale(visit, spot, { phase: "unavailable", problem: problemOf(error).code });
  }
}

async function findOffer(visit: Visit, spot: string) {
  const { openMarket, readOffer, yenOf } = await heavy();
  const { account, chains } = inside(visit);
  const { work, platform } = await freshWork(visit, spot);
  if (platform.market === undefined || work.sale === undefined) return { offer: undefined };
  const selling = { chain: platform.chain, market: platform.market };
  const market = openMarket(chains, selling);
  const [offer, yen] = await Promise.all([
    readOffer(chains, { market, splits: platform.market.splits }, work.sale),
    yenOf(chains, selling, account.wallet.address),
  ]);
  visit.stores.market.setState({ yen: yen.toString() });
  return { offer, market, platform, work };
}

async function buy(visit: Visit, spot: string): Promise<void> {
  const offered = visit.stores.market.getState().sales[spot];
  if (offered?.phase !== "open" && offered?.phase !== "failed") return;
  setSale(visit, spot, { phase: "buying", problem: undefined });
  try {
    const { offer, market, platform, work } = await findOffer(visit, spot);
    if (!offer?.isOpen || market === undefined) {
      return setSale(visit, spot, { phase: "unavailable", problem: "invalid-purchase/state" });
    }
    // Nobody pays a price that they have not seen.
    const { order } = offer;
    if (`${order.price}` !== offered.price) {
      setSale(visit, spot, { phase: "open", price: `${order.price}` });
      return setSale(visit, spot, { problem: "invalid-purchase" });
    }
    const { buy, chainTime } = await heavy();
    const { account, chains } = inside(visit);
    const slug = visit.stores.place.getState().platform;
    const now = await chainTime(chains, platform.chain);
    const landing = watchShares(visit, spot, order, market);
    await withSession(visit, slug, (token) =>
      buy(platform, token, account, { market, order, now }),
    );
    setSale(visit, spot, { phase: "landing" });
    await landing;
    setSale(visit, spot, { phase: "sold", isMine: true });
    notice(visit, "bought", "good", work.title[visit.stores.settings.getState().locale]);
    void readBelongings(visit);
  } catch (error) {
    setSale(visit, spot, { phase: "failed", problem: problemOf(error).code });
  }
}

/** Lights each creator's share up as it lands on the chain. */
async function watchShares(
  visit: Visit,
  spot: string,
  order: SignedOrder,
  market: Market,
): Promise<void> {
  const { paymentsOf } = await heavy();
  const signal = AbortSignal.any([visit.end.signal, AbortSignal.timeout(LANDING_TIMEOUT)]);
  try {
    for await (const { payee, outcome } of paymentsOf(market, order, signal)) {
      const shares = visit.stores.market.getState().sales[spot]?.shares ?? [];
      setSale(visit, spot, {
        shares: shares.map((share) =>
          share.payee.toLowerCase() === payee.toLowerCase() ? { ...share, outcome } : share,
        ),
      });
    }
  } catch {
    // What was paid is on the chain all the same; the page only could not watch.
  }
}
