import { setTimeout as delay } from "node:timers/promises";
import type { Crew } from "../people/crew.ts";
import type { StageChain } from "../stage/stage.ts";
import type { Fault } from "./fault.ts";

const STOPPED = 6_000;
/** Blocks: finality is four under the newest. */
const DEPTH = 2;
/** Until wallets have noticed, in milliseconds. */
const NOTICED = 3_000;

/** A chain answers nobody and makes no block. */
export const chainStopped: Fault = {
  name: "a chain stopped",
  async happen({ stage }, random) {
    const chain = random.pick(stage.chains);
    const pid = stage.running.chainProcess(chain?.slug ?? "").identity?.pid;
    if (pid === undefined) return;
    process.kill(pid, "SIGSTOP");
    try {
      await delay(STOPPED);
    } finally {
      process.kill(pid, "SIGCONT");
    }
  },
};

/** A chain takes back its last blocks, and what was sent in them was never sent. */
export const chainReorged: Fault = {
  name: "a chain reorganised",
  async happen(crew, random) {
    const chain = random.pick(crew.stage.chains);
    if (chain === undefined) return;
    await chain.provider.send("anvil_reorg", [DEPTH, []]);
    await delay(NOTICED);
    await forgetUndone(crew, chain);
  },
};

/** Whoever sent something that the chain has forgotten has it again. */
async function forgetUndone({ book, purse }: Crew, chain: StageChain): Promise<void> {
  for (const crossing of book.underWay) {
    const { ask, transaction, abandon } = crossing;
    if (ask.origin !== chain) continue;
    if ((await chain.provider.getTransactionReceipt(transaction)) !== null) continue;
    crossing.ending = "undone";
    abandon.abort();
    for (const asset of ask.assets) {
      purse.give(ask.person.address, chain, { ...asset, collection: ask.collection });
    }
  }
}
