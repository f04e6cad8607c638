import type { Provider } from "ethers";

/**
 * The first block at or after a moment, by asking for some twenty blocks; the one after the newest where the moment lies
 * in the future.
 *
 * @param moment - unix seconds
 */
export async function blockAt(provider: Provider, moment: number): Promise<number> {
  let [low, high] = [0, (await provider.getBlockNumber()) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const block = await provider.getBlock(middle);
    if ((block?.timestamp ?? 0) >= moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
