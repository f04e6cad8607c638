import { safeLine } from "@ryugu/sdk/primitives";
import type { ItemName } from "../../sim/item.ts";
import type { Purse } from "../../stores/creator/money-store.ts";
import { type CreatorDesk, heavy, type Look, payingPlatforms, ready } from "./desk.ts";
import { readChains } from "./read-chains.ts";

/** Asks platforms that have not described themselves yet, in the background, and reads the money there at once. */
export function findPlatforms(desk: CreatorDesk, look: Look): void {
  const { zone } = ready(desk);
  for (const { url } of zone.manifest.platforms) {
    if (url === undefined || desk.platforms.has(url) || desk.asking.has(url)) continue;
    desk.asking.add(url);
    void heavy()
      .then(({ loadPlatform }) => loadPlatform(url, zone, look.end.signal))
      .then((platform) => {
        desk.platforms.set(url, platform);
        desk.silent.delete(url);
        showPurses(desk);
        return readChains(desk, look);
      })
      .catch(() => desk.silent.add(url))
      .finally(() => desk.asking.delete(url));
  }
  showPurses(desk);
}

/** Shows a purse for each platform that has answered, with what is known of it. */
function showPurses(desk: CreatorDesk): void {
  const { zone } = ready(desk);
  const { money } = desk.stores;
  const known = new Map(money.getState().purses.map((purse) => [purse.chain, purse]));
  const purses = payingPlatforms(desk).map(({ chain, url, name, cashOut }): Purse => {
    const rpcUrl = zone.manifest.chains.find(({ id }) => id === chain)?.rpcUrls[0] ?? "";
    return {
      ...{ chain, url, rpcUrl, name: safeName(name), isSilent: false },
      hasCashOut: cashOut === true,
      ...known.get(chain),
    };
  });
  money.setState({
    purses: purses.sort((a, b) => a.chain.localeCompare(b.chain)),
    silent: desk.silent.size,
  });
}

const MAX_NAME = 40;
const safeName = ({ en, ja }: ItemName): ItemName => ({
  en: safeLine(en, MAX_NAME),
  ja: safeLine(ja, MAX_NAME),
});
