import type { Stage } from "../stage/stage.ts";
import type { Holdings } from "./holdings.ts";

/**
 * Law 1 from the chains' own words, without the model: once nothing is under way, a vault holds exactly what stands for it on
 * its counterpart, and everything at home together is what was minted.
 *
 * @returns a sentence for each token for which that is not so
 */
export function imbalancesOf(
  { collections }: Pick<Stage, "collections">,
  holdings: Holdings,
): string[] {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const { home, token, gifts } of collections) {
    for (const { id, amount } of gifts) add(`minted of ${home.id}/${token}/${id}`, -amount);
  }
  for (const [place, amount] of holdings) {
    const [chain = "", asset = "", ...rest] = place.split(" ");
    const holder = rest.join(" ");
    const isHome = asset.startsWith(`${chain}/`);
    if (isHome) add(`minted of ${asset}`, amount);
    if (isHome && holder.startsWith("vault of ")) {
      add(`${asset} for ${holder.slice("vault of ".length)}`, -amount);
    }
    if (!isHome) add(`${asset} for ${chain}`, amount);
  }
  return [...sums].filter(([, sum]) => sum !== 0n).map(([key, sum]) => `${key}: ${sum} too many`);
}
