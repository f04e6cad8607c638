import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@ryugu/contracts/model";
import { type JsonRpcProvider, Transaction } from "ethers";
import { reconcile } from "../people/reconcile.ts";
import type { Fault } from "./fault.ts";

/** Blocks: finality is four under the newest. */
const DEPTH = 2;
/** Seconds between two blocks. */
const BLOCK_TIME = 1;
/** Until what was taken back stands in blocks again, in milliseconds. */
const NOTICED = 4_000;

/**
 * A chain takes back its last blocks. Their transactions wait again, as they do in any node that saw the losing fork, and come
 * into later blocks in another order: messages get other places, and so other ids.
 */
export const chainReorged: Fault = {
  name: "a chain reorganised",
  async happen(crew, random) {
    const { running, chains } = crew.stage;
    // Blocks of a consortium's chain are decided for good.
    const open = chains.filter(({ slug }) => running.chain(slug).plan.kind === "open");
    const provider = random.pick(open)?.provider;
    if (provider === undefined) return false;
    await provider.send("evm_setIntervalMining", [0]);
    try {
      const lost = await transactionsOf(provider, DEPTH);
      await provider.send("anvil_reorg", [DEPTH, []]);
      for (const raw of shuffled(lost, random)) {
        // A relayer may have sent its own again already.
        await provider.send("eth_sendRawTransaction", [raw]).catch(() => undefined);
      }
    } finally {
      await provider.send("evm_setIntervalMining", [BLOCK_TIME]);
    }
    await delay(NOTICED);
    await reconcile(crew);
    return true;
  },
};

/** The signed transactions of a chain's last blocks. */
async function transactionsOf(provider: JsonRpcProvider, depth: number): Promise<string[]> {
  const newest = await provider.getBlockNumber();
  const blocks = Array.from({ length: depth }, (_, i) => provider.getBlock(newest - i, true));
  return (await Promise.all(blocks)).flatMap((block) =>
    (block?.prefetchedTransactions ?? []).map((sent) => Transaction.from(sent).serialized),
  );
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
