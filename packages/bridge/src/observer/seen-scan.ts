import { isRetryable } from "@ryugu/sdk/errors";
import type { BlockHeader, BlockRef, ChainCursor } from "../domain/position.ts";
import { commonBlock } from "../domain/reorg.ts";
import type { ObserverContext } from "./context.ts";
import { arrivalsOf, originLanes, readLanes } from "./read-lanes.ts";

/** The most blocks that are read before they are final; a chain that is further behind waits for finality. */
const MAX_WINDOW = 512;

/**
 * Reads the blocks that are not final yet, for whoever watches: nothing of it is signed. A fork is found
 * by block hash and forgotten down to the newest block that still stands.
 */
export async function scanSeen(
  context: ObserverContext,
  cursor: ChainCursor,
  latest: BlockHeader,
): Promise<void> {
  const { reader, store } = context;
  const seen = await afterReorg(context, cursor, latest);
  if (latest.number <= seen.number || latest.number - seen.number > MAX_WINDOW) return;
  try {
    const logs = await reader.logs(seen.number + 1, latest.number, "any");
    const lanes = await store.lanes();
    const readings = await readLanes(logs, originLanes(lanes, reader.chain), (lane) => lane.seen);
    await store.record({
      chain: reader.chain,
      latest,
      after: seen,
      scanned: {
        finality: "seen",
        through: { number: latest.number, hash: latest.hash },
        messages: readings.flatMap(({ messages }) => messages),
        arrivals: arrivalsOf(logs, lanes, reader.chain),
      },
    });
  } catch (error) {
    // Endpoints on different forks can contradict each other: read the window again from the final block.
    if (isRetryable(error)) await forget(context, latest, seen, cursor.final.number);
    throw error;
  }
}

async function afterReorg(
  context: ObserverContext,
  cursor: ChainCursor,
  latest: BlockHeader,
): Promise<BlockRef> {
  const { reader, store, report } = context;
  if (cursor.seen.number <= cursor.final.number) return cursor.final;
  const standing = async (number: number) => {
    if (number > latest.number) return undefined;
    return number === latest.number ? latest.hash : (await reader.block(number))?.hash;
  };
  if ((await standing(cursor.seen.number)) === cursor.seen.hash) return cursor.seen;
  const blocks = await store.seenBlocks(reader.chain);
  const common = (await commonBlock(blocks, standing)) ?? cursor.final;
  await forget(context, latest, cursor.seen, common.number);
  const removed = cursor.seen.number - common.number;
  report({ type: "chain-reorganised", chain: reader.chain, common: common.number, removed });
  return common;
}

function forget(
  { reader, store }: ObserverContext,
  latest: BlockHeader,
  after: BlockRef,
  above: number,
): Promise<void> {
  return store.record({ chain: reader.chain, latest, after, forgetAbove: above });
}
