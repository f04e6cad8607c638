import type { JsonRpcProvider } from "ethers";

/** When the blocks of a chain were first there, and first final, in milliseconds of `performance.now()`. */
export interface BlockClock {
  seenAt(block: number): number | undefined;
  finalAt(block: number): number | undefined;
  stop(): void;
}

/** How often is looked, in milliseconds: how exact the times are. */
const INTERVAL = 50;

/** Watches a chain. A block's own time is in whole seconds, and not the watcher's. */
export function watchBlocks(provider: JsonRpcProvider): BlockClock {
  const seen = new Map<number, number>();
  const final = new Map<number, number>();
  const tops = { latest: -1, finalized: -1 };
  let busy = false;

  const note = async (tag: keyof typeof tops, times: Map<number, number>) => {
    const block = await provider.send("eth_getBlockByNumber", [tag, false]);
    const number = Number(block?.number ?? -1);
    const from = tops[tag] < 0 ? number : tops[tag] + 1;
    for (let each = from; each <= number; each++) times.set(each, performance.now());
    tops[tag] = Math.max(tops[tag], number);
  };
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      await Promise.all([note("latest", seen), note("finalized", final)]);
    } catch {
      // A chain that is busy answers the next time.
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(look, INTERVAL);
  return {
    seenAt: (block) => seen.get(block),
    finalAt: (block) => final.get(block),
    stop: () => clearInterval(timer),
  };
}
