import type { Purse } from "../../stores/creator/money-store.ts";
import { type CreatorDesk, heavy, payingPlatforms, ready } from "./desk.ts";

/** Asks platforms that have not described themselves yet, in the background. */
export function findPlatforms(desk: CreatorDesk, signal: AbortSignal): void {
  const { zone } = ready(desk);
  for (const { url } of zone.manifest.platforms) {
    if (url === undefined || desk.platforms.has(url) || desk.asking.has(url)) continue;
    desk.asking.add(url);
    void heavy()
      .then(({ loadPlatform }) => loadPlatform(url, zone, signal))
      .then((platform) => desk.platforms.set(url, platform))
      .catch(() => undefined)
      .finally(() => {
        desk.asking.delete(url);
        showPurses(desk);
      });
  }
  showPurses(desk);
}

/** Shows a purse for each platform that has answered, with what is known of it. */
function showPurses(desk: CreatorDesk): void {
  const { zone } = ready(desk);
  const { money } = desk.stores;
  const all = zone.manifest.platforms.filter(({ url }) => url !== undefined);
  const known = new Map(money.getState().purses.map((purse) => [purse.chain, purse]));
  const purses = payingPlatforms(desk).map(({ chain, url, slug, ...rest }): Purse => {
    const rpcUrl = zone.manifest.chains.find(({ id }) => id === chain)?.rpcUrls[0] ?? "";
    return {
      ...{ chain, url, slug, rpcUrl, isSilent: false },
      hasCashOut: "cashOut" in rest && rest.cashOut === true,
      ...known.get(chain),
    };
  });
  money.setState({
    purses: purses.sort((a, b) => a.chain.localeCompare(b.chain)),
    silent: all.filter(({ url }) => url !== undefined && !desk.platforms.has(url)).length,
  });
}
