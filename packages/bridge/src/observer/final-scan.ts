import { findCause } from "@ryugu/sdk/errors";
import { findConflict, sameTip } from "../domain/conflict.ts";
import { LogMismatchError, RangeTooLargeError } from "../domain/errors.ts";
import type { BlockHeader, BlockRef } from "../domain/position.ts";
import { growRange, type RangeSize, shrinkRange } from "../domain/range.ts";
import type { ObserverContext } from "./context.ts";
import { haltForConflict, haltUnreadable } from "./halt.ts";
import { arrivalsOf, type LaneReading, originLanes, readLanes } from "./read-lanes.ts";

/** The state that one chain's final scan keeps between ticks; all of it may be lost. */
export interface FinalScan {
  range: RangeSize;
}

/**
 * Reads the next range of final blocks into the store. What it reads is believed only after every head
 * was recomputed, so this is what validators sign.
 *
 * @returns the last block read
 * @throws LogMismatchError when endpoints left something out or made something up
 */
export async function scanFinal(
  context: ObserverContext,
  scan: FinalScan,
  after: BlockRef,
  latest: BlockHeader,
  final: number,
): Promise<BlockRef> {
  const { reader, store } = context;
  const to = Math.min(final, after.number + scan.range.current);
  const logs = await readRange(context, scan, after.number + 1, to);
  const through = await blockAt(context, to);
  const lanes = await store.lanes();
  const readings = await readLanes(logs, originLanes(lanes, reader.chain), async (lane) =>
    lane.final.count === 0 ? lane.final : store.finalTipAt(lane.laneId, after.number),
  );
  const agreed = await withoutConflicts(context, readings);
  await store.record({
    chain: reader.chain,
    latest,
    scanned: {
      finality: "final",
      through,
      messages: agreed.flatMap(({ messages }) => messages),
      arrivals: arrivalsOf(logs, lanes, reader.chain),
    },
  });
  for (const reading of agreed) {
    if (reading.unreadable !== undefined)
      await haltUnreadable(context, reading.lane, reading.unreadable);
  }
  return through;
}

async function readRange(context: ObserverContext, scan: FinalScan, from: number, to: number) {
  try {
    const logs = await context.reader.logs(from, to, "agreed");
    scan.range = growRange(scan.range);
    return logs;
  } catch (error) {
    if (findCause(error, RangeTooLargeError) !== undefined) scan.range = shrinkRange(scan.range);
    throw error;
  }
}

async function blockAt({ reader }: ObserverContext, number: number): Promise<BlockRef> {
  const block = await reader.block(number);
  if (block !== undefined) return { number, hash: block.hash };
  throw new LogMismatchError("A final block is missing.", [`Block: ${number}`]);
}

/** Halts lanes in which the chain now says something else than was recorded as final; returns the others. */
async function withoutConflicts(
  context: ObserverContext,
  readings: LaneReading[],
): Promise<LaneReading[]> {
  const agreed: LaneReading[] = [];
  for (const reading of readings) {
    const { lane, tip, messages } = reading;
    const known = messages.filter(({ sequence }) => sequence <= lane.final.count);
    const recorded =
      known.length === 0
        ? []
        : await context.store.finalMessages(lane.laneId, tip.count + 1, known.length);
    const conflict = findConflict(recorded, known);
    if (conflict === undefined) agreed.push(reading);
    else await haltForConflict(context, lane, conflict);
  }
  return agreed;
}

/**
 * Compares what was read with the gateway's own count and head at the newest final block: a log that an
 * endpoint left out at a lane's end shows nowhere else.
 *
 * @throws LogMismatchError
 */
export async function checkTips(context: ObserverContext, final: number): Promise<void> {
  const { reader, store } = context;
  for (const lane of originLanes(await store.lanes(), reader.chain)) {
    const gateway = await reader.outboundLane(lane.laneId, final);
    const read = lane.final;
    if (gateway === undefined || sameTip(gateway, read)) continue;
    const details = [
      `By the logs: ${read.count} messages, head ${read.head}`,
      `By the gateway: ${gateway.count} messages, head ${gateway.head}`,
    ];
    throw new LogMismatchError(
      "The gateway's head is not what its logs lead to.",
      details,
      lane.laneId,
    );
  }
}
