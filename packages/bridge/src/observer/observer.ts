import { findCause } from "@ryugu/sdk/errors";
import type { Bytes32 } from "@ryugu/sdk/primitives";
import { LogMismatchError, RangeTooLargeError } from "../domain/errors.ts";
import { finalBlock } from "../domain/finality.ts";
import type { BlockHeader, BlockRef, ChainCursor } from "../domain/position.ts";
import { rangeSize } from "../domain/range.ts";
import { commonBlock } from "../domain/reorg.ts";
import { watchAnchors } from "./anchors.ts";
import type { ObserverContext } from "./context.ts";
import { watchCouncil } from "./council.ts";
import { type FinalScan, scanFinal } from "./final-scan.ts";
import { scanSeen } from "./seen-scan.ts";

/** Follows one chain. Each tick is complete in itself: a crash between ticks, or in one, loses nothing. */
export interface Observer {
  /** @returns whether there is more to read at once */
  tick(): Promise<boolean>;
}

/** Ranges of final blocks read in one tick before others get their turn. */
const RANGES_PER_TICK = 8;
/** How often in a row the last final block must be missing before its chain counts as rewritten. */
const SUSPICIONS = 3;
/** How many ends of earlier readings are tried as the common block. */
const REMEMBERED = 1_024;
const ZERO_HASH = `0x${"0".repeat(64)}` as Bytes32;

/** Makes the observer of one chain: chain -> facts. */
export function createObserver(context: ObserverContext): Observer {
  const { reader, store, finality, report } = context;
  const scan: FinalScan = { range: rangeSize(context.maxRange) };
  const council = watchCouncil(context);
  const anchors = watchAnchors(context);
  let suspicions = 0;
  /** The heads at which the last complete tick ended: nothing is read while they stay. */
  let settled = "";

  const readCursor = async (latest: BlockHeader): Promise<ChainCursor> => {
    const known = await store.cursor(reader.chain);
    if (known !== undefined) return known;
    const start = { number: context.startBlock - 1, hash: ZERO_HASH };
    const begun = { chain: reader.chain, final: start, seen: start, latest };
    await store.begin(begun);
    return begun;
  };

  /** What has been read stands or falls by agreement: one endpoint alone cannot make a node read everything again. */
  const agreedHash = async (number: number) => (await reader.block(number, "agreed"))?.hash;

  /** The start block's predecessor has no known hash; every other final block must still stand. */
  const isStanding = async (block: BlockRef) =>
    block.number < context.startBlock || (await agreedHash(block.number)) === block.hash;

  const rewindTo = async (standing: (number: number) => Promise<string | undefined>) => {
    const ends = await store.finalBlocks(reader.chain, REMEMBERED);
    const start = { number: context.startBlock - 1, hash: ZERO_HASH };
    await store.rewind(reader.chain, (await commonBlock(ends, standing)) ?? start);
  };

  const afterRewrite = async () => {
    suspicions += 1;
    if (suspicions < SUSPICIONS) return;
    suspicions = 0;
    await rewindTo(agreedHash);
  };

  /** Something of a lane is missing since its newest message: reads again from before that one. */
  const readAgain = async (cursor: ChainCursor, laneId: Bytes32) => {
    const lane = await store.lane(laneId);
    const newest = await store.finalMessages(laneId, lane?.final.count ?? 0, 1);
    const below = Math.min(cursor.final.number, (newest[0]?.at.block ?? 0) - 1);
    await rewindTo(async (number) => (number <= below ? agreedHash(number) : undefined));
  };

  const readFinal = async (
    cursor: ChainCursor,
    latest: BlockHeader,
    final: number,
  ): Promise<BlockRef> => {
    let at = cursor.final;
    for (let i = 0; i < RANGES_PER_TICK && at.number < final; i++) {
      at = await scanFinal(context, scan, at, latest, final);
    }
    return at;
  };

  return {
    async tick() {
      const { latest, tagged } = await reader.heads();
      const final = finalBlock(finality, latest.number, tagged);
      const heads = `${latest.hash}/${final}`;
      const risen = await anchors.risen();
      if (heads === settled && risen === undefined) return false;
      settled = "";
      const cursor = await readCursor(latest);
      if (final < cursor.final.number) return false;
      if (!(await isStanding(cursor.final))) {
        await afterRewrite();
        return false;
      }
      suspicions = 0;
      await council.look(final);
      if (risen !== undefined) {
        await readAgain(cursor, risen);
        return true;
      }
      try {
        const through = await readFinal(cursor, latest, final);
        if (through.number < final) return true;
      } catch (error) {
        if (error instanceof LogMismatchError) {
          report({ type: "logs-refused", chain: reader.chain, error });
          reader.distrust();
          if (error.laneId !== undefined) await readAgain(cursor, error.laneId);
        }
        // The range is smaller already: try again at once.
        if (findCause(error, RangeTooLargeError) !== undefined) return true;
        throw error;
      }
      const fresh = await readCursor(latest);
      await scanSeen(context, fresh, latest);
      settled = heads;
      if (latest.number > cursor.latest.number) {
        report({
          type: "chain-advanced",
          chain: reader.chain,
          latest: latest.number,
          final: fresh.final.number,
        });
      }
      return false;
    },
  };
}
