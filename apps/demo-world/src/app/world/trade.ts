import { tokenRefKey } from "../../sim/belongings/belonging.ts";
import type { Offer } from "../../sim/market/offer.ts";
import { looksOf } from "./belongings.ts";
import { problemOf } from "./problem-code.ts";
import { heavy, platformOf, type Visit } from "./visit.ts";

/** How many offers' names and pictures are read at once. */
const AT_ONCE = 6;
/** Taken back here; a board may need a moment to see it. */
const takenBack = new Set<string>();

/** Reads what people sell where one is; `quietly` says nothing of it on the way. */
export async function readOffers(visit: Visit, quietly = false): Promise<void> {
  const { place, trade } = visit.stores;
  const { platform: slug } = place.getState();
  const isOther = trade.getState().platform !== slug;
  if (isOther) trade.setState({ platform: slug, offers: [], reading: "none" });
  if (!quietly) trade.setState({ reading: "reading", problem: undefined });
  try {
    const { readOrders } = await heavy();
    const platform = platformOf(visit, slug);
    const { market } = platform;
    const read = market === undefined ? [] : await readOrders({ ...platform, market });
    if (trade.getState().platform !== slug) return;
    const offers = read.filter(({ id }) => !takenBack.has(id));
    trade.setState({ offers, reading: "read", problem: undefined });
  } catch (error) {
    if (!quietly) trade.setState({ reading: "failed", problem: problemOf(error).code });
  }
}

/** Takes an offer from the list before the board does. */
export function hideOffer({ stores }: Visit, id: string): void {
  takenBack.add(id);
  stores.trade.setState(({ offers }) => ({ offers: offers.filter((one) => one.id !== id) }));
}

/** Reads names, pictures and creators of what is offered, a few at a time. */
export async function readLooks(visit: Visit, offers: readonly Offer[]): Promise<void> {
  const { trade } = visit.stores;
  const { looks: before } = trade.getState();
  const left = offers.filter(({ token }) => before[tokenRefKey(token)]?.name === undefined);
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const key = tokenRefKey(next.token);
      const looks = await looksOf(visit, next.token).catch(() => ({}));
      trade.setState(({ looks: known }) => ({ looks: { ...known, [key]: looks } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
